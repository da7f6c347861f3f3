import QtQuick

// A sheet of paper.
Rectangle {
    id: card

    default property alias content: inside.data
    property int padding: Theme.space4

    implicitWidth: inside.childrenRect.width + 2 * padding
    implicitHeight: inside.childrenRect.height + 2 * padding
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line

    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: card.padding
    }
}
