pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Files that tablets without a network wrote: sent from here, with the receipts written beside them.
Card {
    id: card

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Tablets without a network")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: qsTr("Put in the stick they wrote their sealed files on. Each file goes to the service, and the receipts are written beside it: give the stick back, so that the tablet can read them.")
            quiet: true
        }
        BundleOutcomes {
            width: parent.width
            errand: App.BundleErrand.Carry
            nothing: qsTr("There is no file on it that still has to be sent.")
        }
        AppButton {
            width: Math.min(implicitWidth, parent.width)
            text: BundleModel.busy ? qsTr("Under way …") : qsTr("Choose the stick …")
            sign: Icons.fileUp
            enabled: !BundleModel.busy
            onClicked: BundleModel.carryFromStick()
        }
    }
}
