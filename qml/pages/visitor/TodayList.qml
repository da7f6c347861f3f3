import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Today's doors: the urgent first, then the others by grid, then those already visited.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Today")
        detail: Words.line([DateWords.weekdayAndDay(TodayModel.day), DateWords.lunar(TodayModel.lunarDay)])
    }
    TodayAlarm {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        Layout.bottomMargin: Theme.space3
    }
    SearchField {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        visible: TodayModel.progress === App.Progress.Ready
        hint: qsTr("Name, pinyin, initials or door")
        text: TodayModel.searched
        onTextEdited: TodayModel.searched = text
        onTextChanged: if (text === "") TodayModel.searched = ""
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: TodayModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: TodayModel.failure
        action: qsTr("Try again")
        onActed: TodayModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: TodayModel.progress === App.Progress.Ready && TodayModel.rows.count === 0
        sign: TodayModel.searched === "" ? Icons.sun : Icons.search
        title: TodayModel.searched === "" ? qsTr("Nobody is due today") : qsTr("Nobody found among today's doors")
        detail: TodayModel.searched === "" ? qsTr("You can still visit anybody: open Elders and choose.")
                                           : qsTr("Look under Elders for everybody else.")
    }
    Item {
        Layout.fillHeight: true
        visible: TodayModel.progress !== App.Progress.Ready
    }
    ListView {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: TodayModel.progress === App.Progress.Ready && count > 0
        model: TodayModel.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        bottomMargin: Theme.space5
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Today")

        T.ScrollBar.vertical: ScrollMark {}

        section.property: "section"
        section.delegate: TodaySection {}

        delegate: TodayRow {
            x: Theme.space4
            width: ListView.view.width - 2 * Theme.space4
        }
    }
}
