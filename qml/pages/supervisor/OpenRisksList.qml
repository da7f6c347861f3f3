pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Open risks, the most urgent and the soonest due first.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Open")
        detail: RisksModel.progress === App.Progress.Ready ? qsTr("%n risk(s) open", "", RisksModel.rows.count)
                                                             + (RisksModel.toAcknowledge > 0 ? " · " + qsTr("%n to acknowledge", "", RisksModel.toAcknowledge) : "")
                                                           : ""
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: RisksModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: RisksModel.failure
        action: qsTr("Try again")
        onActed: RisksModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: RisksModel.progress === App.Progress.Ready && RisksModel.rows.count === 0
        sign: Icons.circleCheck
        title: qsTr("No open risks")
        detail: qsTr("What visitors report appears here as soon as it is uploaded.")
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: count > 0
        model: RisksModel.rows
        clip: true
        spacing: Theme.space3
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        bottomMargin: Theme.space5
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Open risks")

        T.ScrollBar.vertical: ScrollMark {}

        delegate: RiskCard {
            x: Theme.space4
            width: list.width - 2 * Theme.space4
            showsElder: true
            canAcknowledge: true
            onElderOpened: Navigator.openElder(elderId)
            onAcknowledgeWanted: sheet.openFor(flagId, elderName + " · " + RiskWords.kind(kind), level)
        }
    }

    AcknowledgeSheet {
        id: sheet
        objectName: "acknowledgeSheet"
    }
}
