pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// What is done about a risk next; or its level rises.
Sheet {
    id: sheet

    property string flagId: ""
    property string about: ""
    property int level: Care.RiskLevel.Yellow
    property int state: Care.RiskState.Open
    property list<int> steps
    property bool ownUrgent: false
    // A state to go to; or, negative, the level to rise to.
    property int choice: 0
    property int recheckDays: 7
    readonly property bool ends: choice === Care.RiskState.Closed || choice === Care.RiskState.Dismissed
    readonly property bool blocked: ownUrgent && ends
    readonly property bool needsWords: choice < 0 || choice === Care.RiskState.Referred || choice === Care.RiskState.Resolved
                                       || choice === Care.RiskState.Dismissed

    function openFor(flagId: string, about: string, level: int, state: int, steps: list<int>, ownUrgent: bool) {
        sheet.flagId = flagId
        sheet.about = about
        sheet.level = level
        sheet.state = state
        sheet.steps = steps
        sheet.ownUrgent = ownUrgent
        sheet.choice = steps.length > 0 ? steps[0] : 0
        sheet.recheckDays = 7
        note.text = ""
        OpenWorkModel.dismissSaveFailure()
        sheet.open()
    }

    title: qsTr("Follow up the risk")
    action: OpenWorkModel.saving ? qsTr("Saving …") : sheet.choice < 0 ? qsTr("Raise to %1").arg(RiskWords.level(-sheet.choice)) : OfficeWords.riskStep(sheet.choice)
    ready: !OpenWorkModel.saving && sheet.choice !== 0 && !sheet.blocked && (!sheet.needsWords || note.text.trim() !== "")
    onActed: {
        if (sheet.choice < 0)
            OpenWorkModel.raise(sheet.flagId, -sheet.choice, note.text)
        else
            OpenWorkModel.follow(sheet.flagId, sheet.choice, note.text, sheet.recheckDays)
    }

    Choice {
        width: parent.width

        Badge {
            text: RiskWords.level(sheet.level)
            sign: RiskWords.sign(sheet.level)
            tone: RiskWords.tone(sheet.level)
        }
        Badge {
            text: RiskWords.state(sheet.state)
        }
    }
    AppText {
        width: parent.width
        text: sheet.about
        strong: true
    }
    AppText {
        width: parent.width
        text: RiskWords.levelDeadlines(sheet.level)
        quiet: true
    }
    Choice {
        width: parent.width

        Repeater {
            model: sheet.steps

            Chip {
                required property int modelData
                text: OfficeWords.riskStep(modelData)
                checked: sheet.choice === modelData
                onClicked: sheet.choice = modelData
            }
        }
        Repeater {
            model: [Care.RiskLevel.Orange, Care.RiskLevel.Red]

            Chip {
                required property int modelData
                visible: modelData > sheet.level
                text: qsTr("Raise to %1").arg(RiskWords.level(modelData))
                sign: Icons.up
                tone: RiskWords.tone(modelData)
                checked: sheet.choice === -modelData
                onClicked: sheet.choice = -modelData
            }
        }
    }
    ErrorNotice {
        width: parent.width
        visible: sheet.blocked
        tone: Tone.Yellow
        happened: qsTr("You reported this risk yourself.")
        safe: qsTr("It stays open, and nothing about it is lost.")
        advice: qsTr("A red or orange risk is closed by somebody else; please ask a colleague or the level above.")
    }
    Stepper {
        visible: sheet.choice === Care.RiskState.Resolved
        label: qsTr("Look again")
        value: sheet.recheckDays
        step: 1
        from: 1
        to: 90
        shown: qsTr("Look again in %n day(s)", "", sheet.recheckDays)
        onStepped: value => sheet.recheckDays = value
    }
    AppTextArea {
        id: note
        width: parent.width
        visible: !sheet.blocked
        label: sheet.choice < 0 ? qsTr("Why it is more urgent now") : OfficeWords.riskNote(sheet.choice)
        hint: label
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
