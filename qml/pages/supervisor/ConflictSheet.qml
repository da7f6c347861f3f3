import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Two people filled in one place differently: which one is right.
Sheet {
    id: sheet

    property string conflictId: ""
    property string elderName: ""
    property string field: ""
    property givenValue chosen
    property givenValue other
    property int rule: App.MergeRule.Unknown
    property bool changedSince: false

    function openFor(conflictId: string, elderName: string, field: string, chosen: givenValue, other: givenValue, rule: int, changedSince: bool) {
        sheet.conflictId = conflictId
        sheet.elderName = elderName
        sheet.field = field
        sheet.chosen = chosen
        sheet.other = other
        sheet.rule = rule
        sheet.changedSince = changedSince
        OpenWorkModel.dismissSaveFailure()
        sheet.open()
    }

    title: qsTr("Which one is right?")
    action: OpenWorkModel.saving ? qsTr("Saving …") : qsTr("Keep what stands")
    second: qsTr("Take the other one")
    ready: !OpenWorkModel.saving
    onActed: OpenWorkModel.keepChosen(sheet.conflictId)
    onSecondActed: OpenWorkModel.takeOther(sheet.conflictId)

    Heading {
        width: parent.width
        text: Words.line([sheet.elderName, ValueWords.place(sheet.field)])
    }
    SideBySide {
        id: pair
        width: parent.width

        ValueCell {
            width: pair.part
            height: pair.wide ? pair.implicitHeight : implicitHeight
            title: sheet.changedSince ? qsTr("Stood then") : qsTr("Stands now")
            given: sheet.chosen
            stands: !sheet.changedSince
        }
        ValueCell {
            x: pair.wide ? pair.part + Theme.space3 : 0
            y: pair.wide ? 0 : pair.firstHeight + Theme.space3
            width: pair.part
            height: pair.wide ? pair.implicitHeight : implicitHeight
            title: qsTr("Also given")
            given: sheet.other
        }
    }
    AppText {
        width: parent.width
        text: sheet.changedSince ? qsTr("This place has been edited again since. What is there now stays, unless you take the other one.")
                                 : ValueWords.rule(sheet.rule)
    }
    AppText {
        width: parent.width
        text: qsTr("Both stay on record, with who decided and when.")
        quiet: true
        font.pixelSize: Theme.small
    }
    DeedFailure {
        width: parent.width
        failure: OpenWorkModel.saveFailure
        problem: OpenWorkModel.saveProblem
    }

    Connections {
        target: OpenWorkModel
        function onSaved() {
            sheet.close()
        }
    }
}
