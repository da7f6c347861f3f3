pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// On the lock: what each locked store left behind can be sent without its PIN.
Card {
    id: card

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            visible: BundleModel.leftChanges > 0
            text: qsTr("%n change(s) wait to be sent", "", BundleModel.leftChanges)
            font.pixelSize: Theme.body
        }
        Repeater {
            model: BundleModel.left

            AppText {
                required property string label
                required property int changes

                width: parent?.width ?? 0
                visible: SessionModel.profiles.count > 1
                text: Words.line([label === "" ? qsTr("Somebody without a name here") : label, qsTr("%n change(s)", "", changes)])
            }
        }
        AppText {
            width: parent.width
            text: qsTr("They are sealed and can be sent without a PIN; nobody can read them on the way.")
            visible: BundleModel.leftChanges > 0
            quiet: true
            font.pixelSize: Theme.small
        }
        BundleOutcomes {
            width: parent.width
            errand: App.BundleErrand.Send
        }
        BundleOutcomes {
            width: parent.width
            errand: App.BundleErrand.Receipts
        }
        AppText {
            width: parent.width
            visible: BundleModel.errand === App.BundleErrand.Copy && BundleModel.fileName !== ""
            text: qsTr("%n change(s) are on the stick, in %1. Please take it to the district desk.", "", BundleModel.written).arg(BundleModel.fileName)
            strong: true
        }
        FailureNotice {
            width: parent.width
            failure: BundleModel.errand === App.BundleErrand.Copy ? BundleModel.failure : App.Failure.None
        }
        Choice {
            id: actions
            width: parent.width

            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: BundleModel.leftChanges > 0
                text: BundleModel.busy && BundleModel.errand === App.BundleErrand.Send ? qsTr("Under way …") : qsTr("Send now")
                sign: Icons.cloudUpload
                enabled: !BundleModel.busy
                onClicked: BundleModel.sendLeft()
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: BundleModel.leftChanges > 0
                kind: AppButton.Quiet
                text: qsTr("Write to a stick …")
                sign: Icons.download
                enabled: !BundleModel.busy
                onClicked: BundleModel.copyLeft()
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: BundleModel.leftChanges > 0
                kind: AppButton.Quiet
                text: qsTr("Read the receipts …")
                sign: Icons.fileUp
                enabled: !BundleModel.busy
                onClicked: BundleModel.bringReceipts()
            }
        }
    }
}
