pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// One line copied from paper, without leaving the keyboard: number, outcome, minutes, Enter.
Card {
    id: card

    property bool again: false
    readonly property string who: PaperEntryModel.namesOf(number.text)
    readonly property bool narrow: width < 320 * Theme.textScale

    function save() {
        const trouble = PaperEntryModel.enter(number.text, outcome.text, minutes.text, reason.text, card.again)
        card.again = trouble === App.PaperTrouble.Twice
        wrong.text = OfficeWords.paperTrouble(trouble)
        if (trouble === App.PaperTrouble.UnknownNumber)
            number.take()
        else if (trouble === App.PaperTrouble.UnknownOutcome)
            outcome.take()
        else if (trouble === App.PaperTrouble.ReasonMissing)
            reason.take()
    }

    Connections {
        target: PaperEntryModel
        function onSaved() {
            number.text = ""
            outcome.text = ""
            minutes.text = ""
            wrong.text = ""
            card.again = false
            number.take()
        }
    }

    Column {
        width: parent.width
        spacing: Theme.space3

        AppTextField {
            id: reason
            width: parent.width
            visible: PaperEntryModel.late
            label: qsTr("Why it is entered only now (more than %n day(s) later)", "", PaperEntryModel.backdateDays)
            onAccepted: number.take()
        }
        Grid {
            id: grid
            width: parent.width
            columns: card.narrow ? 1 : 3
            columnSpacing: Theme.space3
            rowSpacing: Theme.space2
            readonly property int cell: Math.floor((width - (columns - 1) * columnSpacing) / columns)

            AppTextField {
                id: number
                objectName: "paperNumber"
                width: grid.cell
                label: qsTr("Number")
                onTextChanged: {
                    card.again = false
                    wrong.text = ""
                }
                onAccepted: outcome.take()
            }
            AppTextField {
                id: outcome
                objectName: "paperOutcome"
                width: grid.cell
                label: qsTr("Outcome")
                example: "1 – 6"
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 1
                onTextChanged: if (PaperEntryModel.outcomeOf(text) > 0 && typing) minutes.take()
                onAccepted: minutes.take()
            }
            AppTextField {
                id: minutes
                objectName: "paperMinutes"
                width: grid.cell
                label: qsTr("Minutes")
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 4
                onAccepted: card.save()
            }
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: card.who === "" ? number.text.trim() === "" ? "" : OfficeWords.paperTrouble(App.PaperTrouble.UnknownNumber)
                                  : Words.line([card.who, PaperEntryModel.outcomeOf(outcome.text) > 0
                                                ? VisitWords.outcome(PaperEntryModel.modeOf(outcome.text), PaperEntryModel.outcomeOf(outcome.text)) : ""])
            strong: true
        }
        AppText {
            id: wrong
            width: parent.width
            visible: text !== ""
            color: Theme.red
        }
        DeedFailure {
            width: parent.width
            failure: PaperEntryModel.saveFailure
            problem: PaperEntryModel.saveProblem
        }
        Choice {
            width: parent.width

            Repeater {
                model: ["1", "2", "3", "4", "5", "6"]

                Chip {
                    required property string modelData
                    text: modelData + " " + VisitWords.outcome(PaperEntryModel.modeOf(modelData), PaperEntryModel.outcomeOf(modelData))
                    checked: outcome.text === modelData
                    onClicked: {
                        outcome.text = modelData
                        minutes.take()
                    }
                }
            }
        }
        AppButton {
            kind: AppButton.Primary
            width: Math.min(implicitWidth, parent.width)
            text: PaperEntryModel.saving ? qsTr("Saving …") : qsTr("Enter the visit")
            enabled: !PaperEntryModel.saving && number.text !== "" && outcome.text !== ""
            onClicked: card.save()
        }
    }
}
