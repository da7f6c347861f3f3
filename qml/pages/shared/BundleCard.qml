pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The way without a network: what waits goes onto a stick, the receipts come back on it.
Card {
    id: card

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("No network for a long time?")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: qsTr("Write what waits into a sealed file on a USB stick and take it to the district desk. Nobody can read it on the way. The desk gives the receipts back on the stick.")
            quiet: true
        }
        AppText {
            width: parent.width
            visible: BundleModel.errand === App.BundleErrand.Write && BundleModel.fileName !== ""
            text: qsTr("Written: %1, %n change(s). They wait here until the receipts are read.", "", BundleModel.written).arg(BundleModel.fileName)
            strong: true
        }
        AppText {
            width: parent.width
            visible: BundleModel.errand === App.BundleErrand.Write && BundleModel.nothing
            text: qsTr("Nothing waits on this device; there is nothing to write.")
            strong: true
        }
        FailureNotice {
            width: parent.width
            failure: BundleModel.errand === App.BundleErrand.Write ? BundleModel.failure : App.Failure.None
            safe: qsTr("What waits is safely kept on this device.")
        }
        BundleOutcomes {
            width: parent.width
            errand: App.BundleErrand.Receipts
        }
        Choice {
            id: actions
            width: parent.width

            AppButton {
                width: Math.min(implicitWidth, actions.width)
                text: qsTr("Write to a stick …")
                sign: Icons.download
                enabled: !BundleModel.busy
                onClicked: BundleModel.writeWaiting()
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                text: qsTr("Read the receipts …")
                sign: Icons.fileUp
                enabled: !BundleModel.busy
                onClicked: BundleModel.takeReceipts()
            }
        }
    }
}
