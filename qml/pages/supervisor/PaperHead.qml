pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Chosen once: who visited, and on which day.
Card {
    id: card

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Who visited")
            font.pixelSize: Theme.body
        }
        Choice {
            width: parent.width

            Repeater {
                model: PaperEntryModel.workers

                Chip {
                    required property string workerId
                    required property string name
                    text: name
                    checked: PaperEntryModel.workerId === workerId
                    onClicked: PaperEntryModel.chooseWorker(workerId)
                }
            }
        }
        AppText {
            width: parent.width
            text: qsTr("The hours go to who visited, not to who types.")
            quiet: true
            font.pixelSize: Theme.small
        }
        AppTextField {
            id: day
            width: Math.min(parent.width, 360 * Theme.textScale)
            label: qsTr("On which day")
            example: DateWords.weekdayAndDay(PaperEntryModel.day)
            onTextChanged: problem = ""
            onFinished: {
                if (text.trim() !== "" && !PaperEntryModel.setDay(text))
                    problem = qsTr("Please give a day up to today, like 2026-11-20.")
            }
        }
        AppText {
            width: parent.width
            visible: PaperEntryModel.day.known && day.text !== ""
            text: DateWords.weekdayAndDay(PaperEntryModel.day)
            strong: true
        }
    }
}
