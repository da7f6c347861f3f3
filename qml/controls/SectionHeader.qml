import QtQuick
import QtQuick.Layouts

// A heading over a group of rows, with how many there are.
Item {
    id: header

    required property string text
    property string detail: ""
    property string sign: ""
    property color ink: Theme.text
    property int gap: Theme.space5  // above

    implicitHeight: row.implicitHeight + gap + Theme.space2
    implicitWidth: row.implicitWidth

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        anchors.leftMargin: Theme.space1
        anchors.rightMargin: Theme.space1
        spacing: Theme.space2

        Icon {
            visible: header.sign !== ""
            sign: header.sign
            size: Math.round(20 * Theme.textScale)
            color: header.ink
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
        }
        AppText {
            text: header.text
            font.pixelSize: Theme.small
            strong: true
            color: header.ink
            Layout.fillWidth: true
            Accessible.role: Accessible.Heading
        }
        AppText {
            visible: header.detail !== ""
            text: header.detail
            font.pixelSize: Theme.small
            quiet: true
            wrapMode: Text.NoWrap
            Layout.alignment: Qt.AlignTop
        }
    }
}
