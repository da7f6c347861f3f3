import QtQuick

// What happened, what is safe, what to do: in this order, always all three. Placed by hand: the nested layouts of
// Qt 6.4 keep a stale height where the words come late.
Rectangle {
    id: notice

    required property string happened
    required property string safe
    required property string advice
    property string action: ""
    property int tone: Tone.Orange

    signal acted

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    implicitWidth: 320
    radius: Theme.radius
    color: Theme.wash(tone)
    border.width: 1
    border.color: Theme.ink(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: happened + " " + safe + " " + advice

    Column {
        id: column

        readonly property int indent: triangle.width + Theme.space3

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space2

        Item {
            width: parent.width
            height: Math.max(triangle.height, heading.height)

            Icon {
                id: triangle
                y: 1
                sign: Icons.triangle
                color: Theme.ink(notice.tone)
            }
            AppText {
                id: heading
                x: column.indent
                width: Math.max(0, parent.width - x)
                text: notice.happened
                strong: true
                color: Theme.ink(notice.tone)
            }
        }
        AppText {
            width: parent.width
            leftPadding: column.indent
            text: notice.safe
        }
        AppText {
            width: parent.width
            leftPadding: column.indent
            text: notice.advice
        }
        Item {
            visible: notice.action !== ""
            width: parent.width
            height: button.height

            AppButton {
                id: button
                x: column.indent
                width: Math.max(0, Math.min(implicitWidth, parent.width - x))
                text: notice.action
                onClicked: notice.acted()
            }
        }
    }
}
