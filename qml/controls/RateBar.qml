import QtQuick

// A share as a bar with its number on it; one hue for the figure, paper for the rest.
Item {
    id: bar

    required property real share   // 0..1, negative: none
    required property string text  // "94.6 %"
    property int wordsWidth: Math.round(74 * Theme.textScale)

    implicitHeight: Math.round(28 * Theme.textScale)
    implicitWidth: 160
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    readonly property real track: width - label.width - Theme.space2

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: bar.track
        height: Math.round(16 * Theme.textScale)
        radius: 4
        color: Theme.chartRest

        Rectangle {
            width: Math.max(bar.share > 0 ? 4 : 0, Math.round(parent.width * Math.min(1, Math.max(0, bar.share))))
            height: parent.height
            radius: 4
            color: Theme.chart
        }
    }
    AppText {
        id: label
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: bar.wordsWidth
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
        text: bar.text
        strong: true
        Accessible.ignored: true
    }
}
