import QtQuick
import QtQuick.Layouts

// The next step, always in the same place: across the bottom on narrow windows, bottom right on wide ones.
Rectangle {
    id: bar

    property bool wide: width >= 600
    property alias text: primary.text
    property alias sign: primary.sign
    property alias ready: primary.enabled
    property alias second: secondary.text
    property string remark: ""

    signal acted
    signal secondActed

    implicitHeight: grid.implicitHeight + 2 * Theme.space3
    color: Theme.page

    Rule {
        anchors.left: parent.left
        anchors.right: parent.right
    }
    GridLayout {
        id: grid
        anchors.verticalCenter: parent.verticalCenter
        x: bar.wide ? Theme.space5 : Theme.space4
        width: Math.min(bar.width - 2 * x, Theme.readingWidth)
        columnSpacing: Theme.space4
        rowSpacing: Theme.space2

        AppText {
            Layout.fillWidth: true
            text: bar.remark
            visible: bar.wide || text !== ""
            Layout.row: 0
            Layout.column: 0
            quiet: true
            font.pixelSize: Theme.small
        }
        AppButton {
            id: secondary
            visible: text !== ""
            Layout.fillWidth: !bar.wide
            Layout.row: bar.wide ? 0 : 2
            Layout.column: bar.wide ? 1 : 0
            onClicked: bar.secondActed()
        }
        AppButton {
            id: primary
            kind: AppButton.Primary
            Layout.fillWidth: !bar.wide
            Layout.minimumWidth: bar.wide ? 200 : 0
            Layout.row: bar.wide ? 0 : 1
            Layout.column: bar.wide ? 2 : 0
            onClicked: bar.acted()
        }
    }
}
