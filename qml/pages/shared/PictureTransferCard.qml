pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// When pictures may go up and come down: they are large, and what they cost is the person's to decide.
Card {
    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Pictures")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: SyncModel.waitingPictures > 0 ? PictureWords.waiting(SyncModel.waitingPictures)
                                                : qsTr("All pictures added here are uploaded.")
        }
        AppText {
            width: parent.width
            visible: SyncModel.picturesHeldBack
            text: qsTr("This network charges for what goes over it. Visits go up all the same; pictures wait for another network, or for the switch below.")
            quiet: true
        }
        AppSwitch {
            objectName: "picturesWhereItCosts"
            width: parent.width
            text: qsTr("Also where the network costs")
            detail: qsTr("Mobile data, a hotspot. Off: pictures wait for another network.")
            checked: SessionModel.picturesWhereItCosts
            onToggled: SessionModel.picturesWhereItCosts = checked
        }
        Heading {
            width: parent.width
            text: qsTr("At most, a second")
            font.pixelSize: Theme.body
        }
        Choice {
            width: parent.width

            Repeater {
                model: [0, 1024, 256, 64]

                Chip {
                    required property int modelData
                    text: modelData === 0 ? qsTr("No limit") : modelData === 1024 ? qsTr("1 MB") : qsTr("%1 kB").arg(modelData)
                    checked: SessionModel.pictureKilobytes === modelData
                    onClicked: SessionModel.pictureKilobytes = modelData
                }
            }
        }
    }
}
