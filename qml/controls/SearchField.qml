import QtQuick
import QtQuick.Templates as T

// Search by name, pinyin, initials or door.
T.TextField {
    id: control

    property string hint: ""

    implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.space2)
    leftPadding: Theme.space4 + Math.round(30 * Theme.textScale)
    rightPadding: clear.visible ? Theme.target : Theme.space4
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    placeholderTextColor: Theme.quiet
    font.family: Theme.family
    font.pixelSize: Theme.body
    inputMethodHints: Qt.ImhNoPredictiveText
    Accessible.role: Accessible.EditableText
    Accessible.name: hint
    Accessible.searchEdit: true

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? Theme.focusWidth : 1
        border.color: control.activeFocus ? Theme.focus : Theme.edge
    }

    Icon {
        sign: Icons.search
        color: Theme.quiet
        x: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
    }
    AppText {
        visible: control.text === "" && control.preeditText === ""
        text: control.hint
        quiet: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        x: control.leftPadding
        width: control.width - x - control.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    IconButton {
        id: clear
        visible: control.text !== ""
        sign: Icons.remove
        spoken: qsTr("Clear the search")
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        onClicked: control.clear()
    }
}
