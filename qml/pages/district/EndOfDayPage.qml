pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The district's evening: every device, what was put aside, whether it reconciles, and the protocol.
ColumnLayout {
    id: page

    readonly property bool ready: EndOfDayModel.progress === App.Progress.Ready

    spacing: 0

    Component.onCompleted: EndOfDayModel.showToday()

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("End of day")
        detail: Words.line([DateWords.weekdayAndDay(EndOfDayModel.day),
                            page.ready ? qsTr("as of %1").arg(DateWords.dayAndTime(EndOfDayModel.madeAt)) : ""])
        maximumWidth: Theme.tableWidth

        IconButton {
            sign: Icons.previous
            spoken: qsTr("The day before")
            onClicked: EndOfDayModel.previousDay()
        }
        IconButton {
            sign: Icons.next
            spoken: qsTr("The day after")
            enabled: !EndOfDayModel.today
            opacity: enabled ? 1 : 0.35
            onClicked: EndOfDayModel.nextDay()
        }
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: Theme.tableWidth

        Skeleton {
            width: parent.width
            visible: EndOfDayModel.progress === App.Progress.Loading
        }
        FailureNotice {
            width: parent.width
            failure: EndOfDayModel.failure
            advice: failure === App.Failure.NoNetwork ? qsTr("The evening is asked from the service each time. Please try again when there is a network.")
                                                      : FailureWords.advice(failure)
            action: qsTr("Try again")
            onActed: EndOfDayModel.refresh()
        }
        ReconciliationCard {
            width: parent.width
            visible: page.ready
        }
        EveningActions {
            width: parent.width
        }
        StickCard {
            width: parent.width
            visible: BundleModel.available
        }
        OpenWorkCounts {
            width: parent.width
            visible: page.ready
            sums: EndOfDayModel.sums
        }
        DeviceTable {
            width: parent.width
            visible: page.ready && EndOfDayModel.devices.count > 0
        }
        EmptyState {
            width: parent.width
            visible: page.ready && EndOfDayModel.devices.count === 0
            sign: Icons.tablet
            title: qsTr("No device is enrolled yet")
            detail: qsTr("Give each worker a code; what they record appears here in the evening.")
            action: qsTr("Set up")
            onActed: Navigator.go(Navigator.SetUp)
        }
        ParkedList {
            width: parent.width
            visible: page.ready && EndOfDayModel.parked.count > 0
            onDecisionWanted: aside.openAll()
        }
        TargetsCard {
            width: parent.width
            visible: page.ready && EndOfDayModel.targets.count > 0
            targets: EndOfDayModel.targets
        }
    }

    Connections {
        target: SyncModel
        function onChanged() {
            if (SyncModel.phase === App.SyncPhase.Idle && page.wasExchanging)
                EndOfDayModel.refresh()
            page.wasExchanging = SyncModel.phase === App.SyncPhase.Hello || SyncModel.phase === App.SyncPhase.Pushing
                                 || SyncModel.phase === App.SyncPhase.Pulling
        }
    }

    property bool wasExchanging: false

    AsideSheet {
        id: aside
        objectName: "asideSheet"
        onClosed: EndOfDayModel.refresh()
    }
}
