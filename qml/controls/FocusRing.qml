import QtQuick

// Drawn just outside what has the keyboard's focus.
Rectangle {
    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    radius: Theme.radius + Theme.focusWidth
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.focusWidth
    z: 10
}
