pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A day of the last few; for earlier ones it says who can enter it.
Column {
    id: choice

    required property int most
    required property int daysAgo
    property bool earlier: false

    signal chosen(int days)

    spacing: Theme.space3

    Choice {
        width: parent.width

        Repeater {
            model: choice.most + 1

            Chip {
                required property int modelData
                text: CareWords.daysAgo(modelData, TodayModel.dayBefore(modelData))
                checked: !choice.earlier && choice.daysAgo === modelData
                onClicked: {
                    choice.earlier = false
                    choice.chosen(modelData)
                }
            }
        }
        Chip {
            text: qsTr("Earlier …")
            sign: Icons.history
            checked: choice.earlier
            onClicked: choice.earlier = !choice.earlier
        }
    }
    ErrorNotice {
        width: parent.width
        visible: choice.earlier
        tone: Tone.Yellow
        happened: qsTr("You can enter what was up to %n day(s) ago.", "", choice.most)
        safe: qsTr("The paper form keeps what was done; nothing is lost.")
        advice: qsTr("Please give the form to your supervisor, who enters it with the reason. The hours stay yours.")
    }
}
