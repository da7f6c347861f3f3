import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What else can be put down about an elder: a service without a visit, a visit from paper.
Card {
    id: card

    signal serviceWanted

    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Heading {
            Layout.fillWidth: true
            text: qsTr("More to put down")
            font.pixelSize: Theme.body
        }
        Choice {
            Layout.fillWidth: true

            AppButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("A service without a visit")
                sign: Icons.handshake
                onClicked: card.serviceWanted()
            }
            AppButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("A visit from paper")
                sign: Icons.paper
                enabled: !ElderModel.hasDraft
                onClicked: Navigator.paper(ElderModel.elderId)
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: ElderModel.hasDraft
            text: qsTr("First finish the visit that was begun here.")
            quiet: true
            font.pixelSize: Theme.small
        }
    }
}
