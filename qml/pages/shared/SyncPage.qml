pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What waits on this device, why, and the button that helps.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Upload and download")
        canGoBack: true
        onBack: Navigator.goHome()
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true

        SyncStatusCard {
            width: parent.width
        }
        BundleCard {
            width: parent.width
            visible: BundleModel.available && (SyncModel.waitingChanges > 0 || BundleModel.errand !== App.BundleErrand.None)
        }
        ComparisonCard {
            width: parent.width
        }
        SectionHeader {
            width: parent.width
            visible: SyncModel.quarantinedCount > 0
            text: qsTr("Needs you")
            detail: SyncModel.quarantinedCount
            sign: Icons.triangle
            ink: Theme.orange
            gap: Theme.space2
        }
        Column {
            width: parent.width
            visible: SyncModel.quarantinedCount > 0

            Repeater {
                id: quarantined
                model: SyncModel.quarantined

                WaitingCard {
                    id: aside
                    width: parent?.width ?? 0
                    count: quarantined.count
                    onCorrectionWanted: correction.openFor(aside.changeId, aside.elderName, aside.startedAt, aside.minutes)
                }
            }
        }
        SectionHeader {
            width: parent.width
            visible: SyncModel.waiting.count > 0
            text: qsTr("Kept on this device until there is a network")
            detail: SyncModel.waitingChanges
            sign: Icons.cloudUpload
            gap: Theme.space2
        }
        Column {
            width: parent.width

            Repeater {
                id: waiting
                model: SyncModel.waiting

                WaitingCard {
                    width: parent?.width ?? 0
                    count: waiting.count
                }
            }
        }
        EmptyState {
            width: parent.width
            visible: SyncModel.progress === App.Progress.Ready && SyncModel.waiting.count === 0 && SyncModel.quarantinedCount === 0
                     && SyncModel.waitingPictures === 0
            sign: Icons.circleCheck
            title: qsTr("Nothing waits on this device")
            detail: qsTr("Whatever you record appears here until it has been uploaded.")
        }
        PictureTransferCard {
            width: parent.width
        }
    }

    CorrectionSheet {
        id: correction
        objectName: "correctionSheet"
    }
}
