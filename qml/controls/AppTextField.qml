import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A labelled line to fill in, with a place for what is wrong with it.
ColumnLayout {
    id: field

    required property string label
    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property string example: ""
    readonly property bool typing: input.activeFocus
    property string problem: ""

    signal accepted
    signal finished  // Enter was pressed, or the field left

    function take() {
        input.forceActiveFocus()
    }

    spacing: Theme.space1

    AppText {
        Layout.fillWidth: true
        text: field.label
        strong: true
        Accessible.ignored: true
    }
    T.TextField {
        id: input
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.space3)
        leftPadding: Theme.space4
        rightPadding: Theme.space4
        verticalAlignment: TextInput.AlignVCenter
        color: Theme.text
        selectionColor: Theme.primary
        selectedTextColor: Theme.primaryInk
        font.family: Theme.family
        font.pixelSize: Theme.body
        Accessible.role: Accessible.EditableText
        Accessible.name: field.label
        Accessible.description: field.problem
        onAccepted: field.accepted()
        onEditingFinished: field.finished()

        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: input.activeFocus ? Theme.focusWidth : field.problem !== "" ? 2 : 1
            border.color: field.problem !== "" ? Theme.red : input.activeFocus ? Theme.focus : Theme.edge
        }
        AppText {
            visible: input.text === "" && field.example !== ""
            text: field.example
            quiet: true
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            x: Theme.space4
            width: input.width - 2 * Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: field.problem !== ""
        text: field.problem
        color: Theme.red
        font.pixelSize: Theme.small
    }
}
