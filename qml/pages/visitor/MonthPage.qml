pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// One's own month: what was due, what was done, the hours. Nobody is compared with anybody.
ColumnLayout {
    id: page

    readonly property bool empty: MonthModel.elders === 0 && MonthModel.lines.count === 0

    spacing: 0
    Component.onCompleted: MonthModel.watched = true
    Component.onDestruction: MonthModel.watched = false

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("My month")
        detail: DateWords.month(MonthModel.year, MonthModel.month)

        IconButton {
            sign: Icons.previous
            spoken: qsTr("The month before")
            onClicked: MonthModel.showMonthBefore()
        }
        IconButton {
            sign: Icons.next
            spoken: qsTr("The month after")
            enabled: !MonthModel.current
            opacity: enabled ? 1 : 0.4
            onClicked: MonthModel.showMonthAfter()
        }
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space5
        visible: MonthModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: MonthModel.failure
        action: qsTr("Try again")
        onActed: MonthModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: MonthModel.progress === App.Progress.Ready && page.empty
        sign: Icons.calendar
        title: qsTr("Nothing in this month yet")
        detail: qsTr("Your visits and services stand here as soon as they are saved.")
        action: MonthModel.current ? qsTr("To today's doors") : ""
        onActed: Navigator.go(Navigator.Today)
    }
    Item {
        Layout.fillHeight: true
        visible: MonthModel.progress !== App.Progress.Ready
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: MonthModel.progress === App.Progress.Ready && !page.empty

        ErrorNotice {
            width: parent.width
            visible: MonthModel.waitingVisits > 0
            tone: Tone.Yellow
            happened: qsTr("%n visit(s) not uploaded yet", "", MonthModel.waitingVisits)
            safe: qsTr("They are safe on this device and counted here.")
            advice: qsTr("They are uploaded by themselves when there is a network.")
        }
        MonthFigures {
            width: parent.width
        }
        MonthHours {
            width: parent.width
        }
        SectionHeader {
            width: parent.width
            visible: MonthModel.open.count > 0
            text: MonthModel.current ? qsTr("Still to be seen or spoken to") : qsTr("Not seen or spoken to")
            detail: MonthModel.open.count
            gap: Theme.space2
        }
        Column {
            width: parent.width

            Repeater {
                id: open
                model: MonthModel.open

                OpenElderRow {
                    width: parent?.width ?? 0
                    count: open.count
                    onClicked: Navigator.showElder(elderId)
                }
            }
        }
        Column {
            width: parent.width

            Repeater {
                model: MonthModel.lines

                WorkedRow {
                    width: parent?.width ?? 0
                }
            }
        }
    }
}
