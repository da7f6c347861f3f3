import QtQuick
import QtQuick.Layouts

// A page's title, the way back, and what stands beside it.
Item {
    id: header

    required property string title
    property string detail: ""
    property bool canGoBack: false
    property string backSpoken: qsTr("Back")
    default property alias actions: side.data

    signal back

    implicitHeight: row.implicitHeight + 2 * Theme.space3

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: header.canGoBack ? Theme.space2 : header.width >= 600 ? Theme.space5 : Theme.space4
        anchors.rightMargin: header.width >= 600 ? Theme.space5 : Theme.space4
        spacing: Theme.space2

        IconButton {
            visible: header.canGoBack
            sign: Icons.back
            spoken: header.backSpoken
            Layout.alignment: Qt.AlignTop
            onClicked: header.back()
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: 0

            Heading {
                Layout.fillWidth: true
                text: header.title
                font.pixelSize: header.width >= 600 ? Theme.heading : Theme.title
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: header.detail
                quiet: true
                font.pixelSize: Theme.small
            }
        }
        RowLayout {
            id: side
            spacing: Theme.space2
            Layout.alignment: Qt.AlignVCenter
        }
    }
}
