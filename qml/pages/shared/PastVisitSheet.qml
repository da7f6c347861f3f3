import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Putting a saved visit right. The first record stays; a new one stands for it.
Sheet {
    id: sheet

    property string visitId: ""
    property string what: ""
    property bool sure: false

    function openFor(visitId: string, what: string) {
        sheet.visitId = visitId
        sheet.what = what
        sheet.sure = false
        sheet.open()
    }

    title: qsTr("Put it right")
    action: sure ? qsTr("Yes, it did not take place") : qsTr("Correct it")
    second: sure ? qsTr("No, leave it") : qsTr("It did not take place")
    onActed: {
        const visit = sheet.visitId
        sheet.close()
        if (sheet.sure)
            VisitModel.voidVisit(ElderModel.elderId, visit)
        else
            Navigator.correct(ElderModel.elderId, visit)
    }
    onSecondActed: {
        if (sheet.sure)
            sheet.close()
        else
            sheet.sure = true
    }

    AppText {
        width: parent.width
        text: sheet.what
        strong: true
    }
    AppText {
        width: parent.width
        visible: !sheet.sure
        text: qsTr("What was saved first is kept; the corrected record stands for it, with your name. Nobody needs to be asked.")
    }
    ErrorNotice {
        width: parent.width
        visible: sheet.sure
        happened: qsTr("This visit then counts nowhere: not for the elder, not for the month, not for your hours.")
        safe: qsTr("The first record is kept and can be read.")
        advice: qsTr("If only something about it is wrong, please correct it instead.")
    }
}
