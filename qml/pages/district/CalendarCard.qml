pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Days on which the district's calendar differs from the national one.
Card {
    id: card

    function add(working: bool) {
        if (RulesModel.addDay(day.text, working))
            day.text = ""
        else
            day.problem = qsTr("Please give a day like 2026-12-31.")
    }

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Days off and working days of our own")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: qsTr("Beside the national holidays; deadlines in working days go by them.")
            quiet: true
            font.pixelSize: Theme.small
        }
        Repeater {
            model: RulesModel.days

            TitleLine {
                id: line
                required property string key
                required property moment day
                required property bool working
                width: parent?.width ?? 0
                text: Words.line([DateWords.dayOfYear(day), working ? qsTr("working day") : qsTr("day off")])

                AppButton {
                    visible: RulesModel.mayEdit
                    kind: AppButton.Quiet
                    text: qsTr("Remove")
                    spoken: text + " " + line.text
                    onClicked: RulesModel.removeDay(line.key)
                }
            }
        }
        AppTextField {
            id: day
            width: parent.width
            visible: RulesModel.mayEdit
            label: qsTr("Another day")
            example: "2026-12-31"
            onTextChanged: problem = ""
        }
        Choice {
            width: parent.width
            visible: RulesModel.mayEdit

            AppButton {
                text: qsTr("Is a day off")
                enabled: day.text.trim() !== "" && !RulesModel.saving
                onClicked: card.add(false)
            }
            AppButton {
                text: qsTr("Is a working day")
                enabled: day.text.trim() !== "" && !RulesModel.saving
                onClicked: card.add(true)
            }
        }
    }
}
