import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// Help, one tap away on every page.
Pressable {
    id: control

    text: qsTr("Emergency")
    leftPadding: Theme.space4
    rightPadding: Theme.space4
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
    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            sign: Icons.siren
            size: Math.round(20 * Theme.textScale)
            color: Theme.red
        }
        AppText {
            text: control.text
            color: Theme.red
            font.pixelSize: Theme.small
            strong: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
