pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Sync now with its progress, and the protocol as a file.
Column {
    id: column

    readonly property bool exchanging: SyncModel.phase === App.SyncPhase.Hello || SyncModel.phase === App.SyncPhase.Pushing
                                       || SyncModel.phase === App.SyncPhase.Pulling

    spacing: Theme.space3

    Flow {
        id: actions
        width: parent.width
        spacing: Theme.space3

        AppButton {
            width: Math.min(implicitWidth, actions.width)
            kind: AppButton.Primary
            text: column.exchanging ? SyncModel.total > 0 ? qsTr("%L1 of %L2").arg(SyncModel.done).arg(SyncModel.total) : qsTr("Under way …")
                                    : qsTr("Sync now")
            sign: Icons.sync
            enabled: !column.exchanging
            onClicked: {
                SyncModel.syncNow()
                EndOfDayModel.refresh()
            }
        }
        AppButton {
            width: Math.min(implicitWidth, actions.width)
            visible: EndOfDayModel.maySave
            enabled: EndOfDayModel.progress === App.Progress.Ready && !EndOfDayModel.saving
            text: EndOfDayModel.saving ? qsTr("Saving …") : qsTr("Protocol as PDF …")
            sign: Icons.printer
            onClicked: EndOfDayModel.saveProtocol()
        }
    }
    AppText {
        width: parent.width
        text: qsTr("This desk uploads and downloads now. The tablets do so by themselves whenever they have a network.")
        quiet: true
        font.pixelSize: Theme.small
    }
    AppText {
        width: parent.width
        visible: EndOfDayModel.savedFile !== ""
        text: qsTr("Saved: %1").arg(EndOfDayModel.savedFile)
        strong: true
    }
    FailureNotice {
        width: parent.width
        failure: EndOfDayModel.saveFailure
    }
}
