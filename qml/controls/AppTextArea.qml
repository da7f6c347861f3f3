import QtQuick
import QtQuick.Templates as T

// Several lines to fill in. Grows with its text.
T.TextArea {
    id: control

    required property string label
    property string hint: ""
    property int lines: 2

    implicitHeight: Math.max(lines * Theme.body * Theme.lineHeight, contentHeight) + topPadding + bottomPadding
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space3
    bottomPadding: Theme.space3
    wrapMode: TextEdit.Wrap
    color: Theme.text
    selectionColor: Theme.primary
    selectedTextColor: Theme.primaryInk
    font.family: Theme.family
    font.pixelSize: Theme.body
    textFormat: TextEdit.PlainText
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.multiLine: true

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? Theme.focusWidth : 1
        border.color: control.activeFocus ? Theme.focus : Theme.edge
    }
    AppText {
        visible: control.text === "" && control.preeditText === ""
        text: control.hint
        quiet: true
        x: control.leftPadding
        y: control.topPadding
        width: control.width - control.leftPadding - control.rightPadding
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
