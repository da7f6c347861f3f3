import QtQuick
import QtQuick.Layouts
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
                                           header.implicitHeight + body.contentHeight + bar.implicitHeight)
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
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            id: header
            Layout.fillWidth: true
            title: sheet.title

            IconButton {
                sign: Icons.remove
                spoken: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        ScrollArea {
            id: body
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ActionBar {
            id: bar
            Layout.fillWidth: true
            Layout.bottomMargin: 2
            Layout.leftMargin: 2
            Layout.rightMargin: 2
            visible: text !== ""
            onActed: sheet.acted()
            onSecondActed: sheet.secondActed()
        }
    }
}
