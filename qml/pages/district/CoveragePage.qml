pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Who was visited and who was missed: the area's figures, then the areas below it.
ColumnLayout {
    id: page

    function areaHeading(level: int): string {
        switch (level) {
        case 3: return qsTr("Subdistrict")
        case 4: return qsTr("Community")
        default: return qsTr("Grid")
        }
    }

    spacing: 0

    Component.onCompleted: CoverageModel.askWaiting()

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Coverage")
        maximumWidth: Theme.tableWidth
        detail: {
            const month = DateWords.month(CoverageModel.year, CoverageModel.month)
            if (CoverageModel.partial)
                return qsTr("%1 · first month, only partly counted").arg(month)
            return CoverageModel.provisional ? qsTr("%1 · provisional, final on %2").arg(month).arg(DateWords.day(CoverageModel.freezesOn))
                                             : qsTr("%1 · final").arg(month)
        }

        IconButton {
            sign: Icons.previous
            spoken: qsTr("The month before")
            onClicked: CoverageModel.previousMonth()
        }
        IconButton {
            sign: Icons.next
            spoken: qsTr("The month after")
            enabled: !CoverageModel.thisMonth
            opacity: enabled ? 1 : 0.35
            onClicked: CoverageModel.nextMonth()
        }
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true
        maximumWidth: Theme.tableWidth

        Flow {
            width: parent.width
            visible: CoverageModel.path.count > 1
            spacing: Theme.space1

            Repeater {
                id: steps
                model: CoverageModel.path

                AppButton {
                    required property string areaId
                    required property string name
                    required property int index
                    kind: AppButton.Quiet
                    text: index === 0 ? name : "›  " + name
                    enabled: index < steps.count - 1
                    opacity: 1
                    onClicked: CoverageModel.show(areaId)
                }
            }
        }
        Skeleton {
            width: parent.width
            visible: CoverageModel.progress === App.Progress.Loading
        }
        EmptyState {
            width: parent.width
            visible: CoverageModel.failure === App.Failure.NotFound
            sign: Icons.chart
            title: qsTr("No figures for this month on this device")
            detail: qsTr("They come with the next upload and download, or the month lies before the start.")
            action: SessionModel.district && CoverageModel.thisMonth ? qsTr("Set up") : ""
            onActed: Navigator.go(Navigator.SetUp)
        }
        FailureNotice {
            width: parent.width
            visible: failure !== App.Failure.None && failure !== App.Failure.NotFound
            failure: CoverageModel.failure
            action: qsTr("Try again")
            onActed: CoverageModel.refresh()
        }
        CoverageStanding {
            width: parent.width
            visible: CoverageModel.progress === App.Progress.Ready
        }
        CoverageFigures {
            width: parent.width
            visible: CoverageModel.progress === App.Progress.Ready
            figures: CoverageModel.area
        }
        AppButton {
            visible: CoverageModel.progress === App.Progress.Ready && CoverageModel.area.missed > 0
            width: Math.min(implicitWidth, parent?.width ?? 0)
            text: qsTr("Show all %L1 not reached").arg(CoverageModel.area.missed)
            sign: Icons.todo
            onClicked: Navigator.showMissed(CoverageModel.area.code, CoverageModel.area.name)
        }
        AreaTable {
            width: parent.width
            visible: CoverageModel.progress === App.Progress.Ready && CoverageModel.rows.count > 0
            areas: CoverageModel.rows
            heading: page.areaHeading(CoverageModel.level)
            onOpened: areaId => CoverageModel.show(areaId)
            onMissedWanted: (code, name) => Navigator.showMissed(code, name)
        }
        TargetsCard {
            width: parent.width
            visible: TargetsModel.rows.count > 0 || (TargetsModel.mayEdit && TargetsModel.progress === App.Progress.Ready)
            targets: TargetsModel.rows
            mayEdit: TargetsModel.mayEdit
            onAddWanted: targetSheet.openNew()
            onEditWanted: (targetId, indicator, value, from, until, document) => targetSheet.openFor(targetId, indicator, value, from, until, document)
        }
    }

    TargetSheet {
        id: targetSheet
        objectName: "targetSheet"
    }
}
