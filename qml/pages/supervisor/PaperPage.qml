pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// For visitors without a tablet: a numbered list to take along, and the visits copied from it.
ColumnLayout {
    id: page

    spacing: 0

    Component.onCompleted: PaperEntryModel.begin()

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Visits on paper")
        detail: qsTr("Print a list, and enter what comes back.")
        canGoBack: true
        maximumWidth: Theme.tableWidth
        onBack: Navigator.go(Navigator.Caseload)
    }
    ScrollArea {
        id: area
        readonly property bool wide: width >= 860 * Theme.textScale
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: Theme.tableWidth

        FailureNotice {
            width: parent.width
            failure: PaperEntryModel.failure
            action: qsTr("Try again")
            onActed: PaperEntryModel.begin()
        }
        PaperHead {
            width: parent.width
        }
        Flow {
            width: parent.width
            spacing: Theme.space4

            Column {
                width: area.wide ? Math.floor((parent.width - Theme.space4) * 0.52) : parent.width
                spacing: Theme.space4

                PaperLine {
                    width: parent.width
                }
                EnteredVisits {
                    width: parent.width
                }
            }
            PaperDoors {
                width: area.wide ? parent.width - Math.floor((parent.width - Theme.space4) * 0.52) - Theme.space4 : parent.width
            }
        }
    }
}
