import QtQuick

// One key of the PIN pad.
Pressable {
    id: control

    property string sign: ""
    property bool emphasised: false

    // A finger leaves the keyboard where it was: digits may be typed, too.
    focusPolicy: Qt.TabFocus

    implicitHeight: Math.round(64 * Math.min(1.25, Theme.textScale))
    implicitWidth: Math.round(88 * Math.min(1.25, Theme.textScale))

    background: Rectangle {
        radius: Theme.radius
        color: control.emphasised ? (!control.enabled ? Theme.pressed : control.down ? Theme.primaryPressed : Theme.primary)
             : control.down ? Theme.pressed : control.hovered ? Theme.sunken : Theme.surface
        border.width: control.emphasised ? 0 : 1
        border.color: Theme.line
    }
    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            visible: control.sign === ""
            text: control.text
            font.pixelSize: Theme.heading
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: control.sign !== ""
            sign: control.sign
            size: 28
            color: !control.enabled ? Theme.quiet : control.emphasised ? Theme.primaryInk : Theme.text
        }
    }
}
