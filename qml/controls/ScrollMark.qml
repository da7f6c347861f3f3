import QtQuick
import QtQuick.Templates as T

// Shows where one is in a long page.
T.ScrollBar {
    id: bar

    padding: 2
    minimumSize: 0.08
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        radius: 3
        color: Theme.edge
        opacity: bar.pressed ? 0.9 : 0.45
    }
}
