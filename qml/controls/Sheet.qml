import QtQuick
import QtQuick.Templates as T

// A question of its own, over the page: at the bottom on narrow windows, in the middle on wide ones.
T.Popup {
    id: sheet

    required property string title
    property alias action: bar.text
    property alias second: bar.second
    property alias ready: bar.ready
    default property alias content: body.content
    readonly property bool wide: parent !== null && parent.width >= Theme.wideFrom

    signal acted
    signal secondActed

    parent: T.Overlay.overlay
    modal: true
    focus: true
    padding: 0
    width: parent === null ? 0 : wide ? Math.min(640 * Math.min(1.3, Theme.textScale), parent.width - 2 * Theme.space6) : parent.width
    height: parent === null ? 0 : Math.min(parent.height - (wide ? 2 : 1) * Theme.space6,
                                           header.height + body.contentHeight + bar.height + 3)
    x: parent === null ? 0 : Math.round((parent.width - width) / 2)
    y: parent === null ? 0 : wide ? Math.round((parent.height - height) / 2) : parent.height - height
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.dark ? "#B0000000" : "#66241D14"
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.page
        border.width: 1
        border.color: Theme.line
    }
    PageHeader {
        id: header
        width: sheet.width
        title: sheet.title
        oneSign: true

        IconButton {
            sign: Icons.remove
            spoken: qsTr("Close")
            onClicked: sheet.close()
        }
    }
    Rule {
        y: header.height
        width: sheet.width
    }
    ScrollArea {
        id: body
        y: header.height + 1
        width: sheet.width
        height: sheet.height - y - bar.height
    }
    ActionBar {
        id: bar
        color: "transparent"
        x: 2
        y: sheet.height - height - 2
        width: sheet.width - 4
        height: text === "" ? 0 : implicitHeight
        visible: text !== ""
        onActed: sheet.acted()
        onSecondActed: sheet.secondActed()
    }
}
