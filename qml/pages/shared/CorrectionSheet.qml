import QtQuick
import Doorstep.Models
import Doorstep.Controls

// When a visit really took place that the service put aside.
Sheet {
    id: sheet

    property string changeId: ""
    property string elderName: ""
    property int minutes: 30

    function openFor(changeId: string, elderName: string, startedAt: moment, minutes: int) {
        sheet.changeId = changeId
        sheet.elderName = elderName
        sheet.minutes = minutes > 0 && minutes <= 1440 ? minutes : 30
        day.text = ""
        day.problem = ""
        began.text = startedAt.hasTime ? DateWords.time(startedAt) : ""
        AsideModel.dismissSaveFailure()
        sheet.open()
    }

    title: qsTr("Put the time right")
    action: AsideModel.saving ? qsTr("Saving …") : qsTr("So it was")
    ready: !AsideModel.saving && day.text.trim() !== "" && began.text.trim() !== ""
    onActed: {
        if (!AsideModel.correctVisit(sheet.changeId, day.text, began.text, sheet.minutes))
            day.problem = qsTr("Please give a day like 2026-11-20 and a time like 9:30.")
    }

    Heading {
        width: parent.width
        text: sheet.elderName
    }
    AppText {
        width: parent.width
        text: qsTr("What you recorded stays as it is; only its day and time change. It is sent again with the next synchronisation, with everything that belongs to it.")
        quiet: true
    }
    AppTextField {
        id: day
        width: parent.width
        label: qsTr("On which day you were there")
        example: "2026-11-20"
        onTextChanged: problem = ""
    }
    AppTextField {
        id: began
        width: parent.width
        label: qsTr("When you began")
        example: "9:30"
        onTextChanged: day.problem = ""
    }
    Stepper {
        label: qsTr("Minutes")
        value: sheet.minutes
        from: 5
        to: 1440
        shown: DateWords.minutes(sheet.minutes)
        onStepped: value => sheet.minutes = value
    }
    DeedFailure {
        width: parent.width
        failure: AsideModel.saveFailure
        problem: AsideModel.saveProblem
    }

    Connections {
        target: AsideModel
        function onSaved() {
            sheet.close()
        }
    }
}
