import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Everybody in scope, found by name, pinyin, initials or door.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Elders")
        detail: EldersModel.progress === App.Progress.Ready ? qsTr("%n elder(s)", "", EldersModel.rows.count) : ""
    }
    SearchField {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        hint: qsTr("Name, pinyin, initials or door")
        text: EldersModel.searched
        onTextEdited: EldersModel.searched = text
        onTextChanged: if (text === "") EldersModel.searched = ""
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: EldersModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: EldersModel.failure
        action: qsTr("Try again")
        onActed: EldersModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: EldersModel.progress === App.Progress.Ready && EldersModel.rows.count === 0
        sign: EldersModel.searched === "" ? Icons.people : Icons.search
        title: EldersModel.searched === "" ? qsTr("No elders on this device yet") : qsTr("Nobody found")
        detail: EldersModel.searched === "" ? qsTr("They come with the first upload and download.")
                                            : qsTr("Try a part of the name, its first letters, or the door.")
    }
    Item {
        Layout.fillHeight: true
        visible: EldersModel.progress !== App.Progress.Ready
    }
    ElderList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: EldersModel.progress === App.Progress.Ready && count > 0
        elders: EldersModel.rows
    }
}
