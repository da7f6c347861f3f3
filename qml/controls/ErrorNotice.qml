import QtQuick
import QtQuick.Layouts

// What happened, what is safe, what to do: in this order, always all three.
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

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        spacing: Theme.space2

        RowLayout {
            spacing: Theme.space3

            Icon {
                sign: Icons.triangle
                color: Theme.ink(notice.tone)
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
            }
            AppText {
                Layout.fillWidth: true
                text: notice.happened
                strong: true
                color: Theme.ink(notice.tone)
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Math.round(22 * Theme.textScale) + Theme.space3
            text: notice.safe
        }
        AppText {
            Layout.fillWidth: true
            Layout.leftMargin: Math.round(22 * Theme.textScale) + Theme.space3
            text: notice.advice
        }
        AppButton {
            visible: notice.action !== ""
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.leftMargin: Math.round(22 * Theme.textScale) + Theme.space3
            text: notice.action
            onClicked: notice.acted()
        }
    }
}
