import QtQuick
import QtQuick.Layouts

// A word that leads on. Disabled it is plain text.
Pressable {
    id: control

    property int alignment: Text.AlignLeft
    property bool chevron: false

    padding: Theme.space1

    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? "transparent" : control.down ? Theme.pressed : control.hovered ? Theme.sunken : "transparent"
    }
    contentItem: RowLayout {
        spacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: control.text
            color: control.enabled ? Theme.primary : Theme.text
            strong: control.enabled
            horizontalAlignment: control.alignment
            Accessible.ignored: true
        }
        Icon {
            visible: control.chevron
            sign: control.enabled ? Icons.next : ""
            size: Math.round(18 * Theme.textScale)
            color: Theme.primary
        }
    }
}
