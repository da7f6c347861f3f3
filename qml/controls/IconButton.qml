import QtQuick

// A sign alone, for steps everybody knows (back, clear). `spoken` is its word.
Pressable {
    id: control

    required property string sign

    padding: Theme.space2

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : control.hovered ? Theme.sunken : "transparent"
    }
    contentItem: Icon {
        sign: control.sign
        color: Theme.text
    }
}
