pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Hours that somebody handed in: confirmed, doubted, corrected or struck out.
Sheet {
    id: sheet

    property string entryId: ""
    property string elderName: ""
    property int kind: 0
    property int minutes: 0
    property list<int> steps
    property int choice: 0
    property int corrected: 0

    function openFor(entryId: string, elderName: string, kind: int, minutes: int, steps: list<int>) {
        sheet.entryId = entryId
        sheet.elderName = elderName
        sheet.kind = kind
        sheet.minutes = minutes
        sheet.corrected = minutes
        sheet.steps = steps
        sheet.choice = steps.length > 0 ? steps[0] : 0
        reason.text = ""
        OpenWorkModel.dismissSaveFailure()
        sheet.open()
    }

    title: qsTr("Check the hours")
    action: OpenWorkModel.saving ? qsTr("Saving …") : OfficeWords.entryStep(sheet.choice)
    ready: !OpenWorkModel.saving && sheet.choice !== 0 && (sheet.choice === Care.EntryState.Confirmed || reason.text.trim() !== "")
    onActed: OpenWorkModel.certify(sheet.entryId, sheet.choice, sheet.corrected, reason.text)

    Heading {
        width: parent.width
        text: Words.line([sheet.elderName, VisitWords.service(sheet.kind), DateWords.minutes(sheet.minutes)])
    }
    Choice {
        width: parent.width

        Repeater {
            model: sheet.steps

            Chip {
                required property int modelData
                text: OfficeWords.entryStep(modelData)
                checked: sheet.choice === modelData
                onClicked: sheet.choice = modelData
            }
        }
    }
    Stepper {
        visible: sheet.choice === Care.EntryState.Corrected
        label: qsTr("Minutes")
        value: sheet.corrected
        from: 5
        to: 1440
        shown: DateWords.minutes(sheet.corrected)
        onStepped: value => sheet.corrected = value
    }
    AppTextArea {
        id: reason
        width: parent.width
        visible: sheet.choice !== Care.EntryState.Confirmed
        label: qsTr("Why")
        hint: label
    }
    AppText {
        width: parent.width
        text: qsTr("Nothing is erased: what was handed in stays beside your word on it.")
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
