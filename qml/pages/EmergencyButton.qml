import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// Help, one tap away on every page.
Pressable {
    id: control

    property bool narrow: false

    text: qsTr("Emergency")
    leftPadding: narrow ? Theme.space3 : Theme.space4
    rightPadding: leftPadding
    topPadding: Theme.space1
    bottomPadding: Theme.space1

    background: Rectangle {
        color: control.down ? Theme.pressed : Theme.redSoft

        Rectangle {
            width: parent.width
            height: 1
            anchors.bottom: parent.bottom
            color: Theme.line
        }
    }
    contentItem: GridLayout {
        columnSpacing: Theme.space2
        rowSpacing: 0

        Icon {
            Layout.row: 0
            Layout.column: 0
            sign: Icons.siren
            size: Math.round(20 * Theme.textScale)
            color: Theme.red
            Layout.alignment: Qt.AlignCenter
        }
        AppText {
            Layout.row: control.narrow ? 1 : 0
            Layout.column: control.narrow ? 0 : 1
            Layout.alignment: Qt.AlignCenter
            text: control.text
            color: Theme.red
            font.pixelSize: Theme.small
            strong: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
