pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The team: what each has to do this month, and who nobody looks after.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Caseload")
        detail: CaseloadModel.progress === App.Progress.Ready && CaseloadModel.elderCount > 0
                ? qsTr("%1 of %2 reached this month").arg(CaseloadModel.contactedCount).arg(CaseloadModel.elderCount) : ""

        IconButton {
            sign: Icons.paper
            spoken: qsTr("Visits on paper")
            onClicked: Navigator.go(Navigator.Paper)
        }
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: CaseloadModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: CaseloadModel.failure
        action: qsTr("Try again")
        onActed: CaseloadModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: CaseloadModel.progress === App.Progress.Ready && CaseloadModel.rows.count === 0
        sign: Icons.team
        title: qsTr("No team on this device yet")
        detail: SessionModel.district ? qsTr("Set the district up with its files, or upload and download once.") : qsTr("It comes with the first upload and download.")
        action: SessionModel.district ? qsTr("Set up") : ""
        onActed: Navigator.go(Navigator.SetUp)
    }
    Item {
        Layout.fillHeight: true
        visible: CaseloadModel.progress !== App.Progress.Ready && CaseloadModel.rows.count === 0
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: count > 0
        model: CaseloadModel.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        bottomMargin: Theme.space5
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Caseload")

        T.ScrollBar.vertical: ScrollMark {}

        delegate: WorkerRow {
            x: Theme.space4
            width: list.width - 2 * Theme.space4
            count: list.count
            selected: CaseloadModel.chosen && CaseloadModel.workerId === workerId
            onClicked: Navigator.showWorker(workerId)
        }
    }
}
