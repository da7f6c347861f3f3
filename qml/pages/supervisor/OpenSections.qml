import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Which of the open things are shown, with how many there are of each. Made by a list view.
Item {
    x: Theme.space4
    width: ListView.view ? ListView.view.width - 2 * Theme.space4 : 0
    height: choice.height + Theme.space2

    Choice {
        id: choice
        width: parent.width

        Chip {
            text: qsTr("All %1").arg(OpenWorkModel.total)
            checked: OpenWorkModel.section < 0
            onClicked: OpenWorkModel.section = -1
        }
        Repeater {
            model: App.OpenSection.Quarantined + 1

            Chip {
                required property int index
                readonly property int count: OpenWorkModel.counts[index]

                visible: count > 0 || checked
                text: OfficeWords.section(index) + " " + count
                checked: OpenWorkModel.section === index
                onClicked: OpenWorkModel.section = index
            }
        }
    }
}
