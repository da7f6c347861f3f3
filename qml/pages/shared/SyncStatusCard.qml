import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// How the data stands, in one sheet, with the one button that helps.
Card {
    id: card

    readonly property bool exchanging: SyncModel.phase === App.SyncPhase.Hello || SyncModel.phase === App.SyncPhase.Pushing
                                       || SyncModel.phase === App.SyncPhase.Pulling || SyncModel.phase === App.SyncPhase.Transferring

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space4

            Rectangle {
                implicitWidth: 56
                implicitHeight: 56
                radius: 28
                color: Theme.wash(SyncWords.tone(SyncModel.truth))
                Layout.alignment: Qt.AlignTop

                Icon {
                    anchors.centerIn: parent
                    sign: SyncWords.sign(SyncModel.truth)
                    size: 28
                    color: Theme.ink(SyncWords.tone(SyncModel.truth))
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: SyncWords.strip(SyncModel.truth, SyncModel.waitingVisits, SyncModel.waitingChanges,
                                          SyncModel.quarantinedCount, SyncModel.lastSync, SyncModel.lastSyncToday,
                                          SyncModel.done, SyncModel.total, SyncModel.waitingPictures)
                }
                AppText {
                    Layout.fillWidth: true
                    quiet: true
                    text: qsTr("Last complete exchange: %1").arg(SyncWords.lastSync(SyncModel.lastSync, SyncModel.lastSyncToday))
                }
                AppText {
                    Layout.fillWidth: true
                    visible: SyncModel.phase === App.SyncPhase.WaitingToRetry && SyncModel.retryAt.known
                    quiet: true
                    text: qsTr("Next try by itself at %1").arg(DateWords.time(SyncModel.retryAt))
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            visible: card.exchanging && SyncModel.total > 0
            implicitHeight: 12
            radius: 6
            color: Theme.sunken
            Accessible.role: Accessible.ProgressBar
            Accessible.name: qsTr("%1 of %2").arg(SyncModel.done).arg(SyncModel.total)

            Rectangle {
                width: SyncModel.total > 0 ? parent.width * Math.min(1, SyncModel.done / SyncModel.total) : 0
                height: parent.height
                radius: 6
                color: Theme.primary
            }
        }
        FailureNotice {
            Layout.fillWidth: true
            failure: SyncModel.trouble
            safe: SyncModel.waitingVisits > 0 ? qsTr("%n visit(s) are safely kept on this device.", "", SyncModel.waitingVisits)
                                              : FailureWords.safe(failure)
            advice: failure === App.Failure.NoNetwork || failure === App.Failure.Slow
                    ? qsTr("They are uploaded by themselves when there is a network; you can go on working.")
                    : FailureWords.advice(failure)
        }
        AppButton {
            kind: AppButton.Primary
            Layout.fillWidth: true
            Layout.maximumWidth: card.width < 600 ? card.width : implicitWidth
            text: card.exchanging ? qsTr("Under way …") : qsTr("Upload and download now")
            sign: Icons.sync
            enabled: !card.exchanging
            onClicked: SyncModel.syncNow()
        }
    }
}
