import QtQuick
import Doorstep.Controls

// How much of the time has passed, thinner and grey under the bar of what was done.
Item {
    id: bar

    required property real share
    required property string text

    implicitHeight: Math.round(20 * Theme.textScale)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - Math.round(74 * Theme.textScale) - Theme.space2
        height: Math.round(6 * Theme.textScale)
        radius: 3
        color: Theme.chartRest

        Rectangle {
            width: Math.round(parent.width * Math.min(1, Math.max(0, bar.share)))
            height: parent.height
            radius: 3
            color: Theme.edge
        }
    }
    AppText {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: bar.text
        quiet: true
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
