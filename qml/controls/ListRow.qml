import QtQuick

// A row that opens something. `first` and `last` round the paper's corners.
Pressable {
    id: control

    property bool first: false
    property bool last: false
    property bool selected: false
    default property alias content: inside.data

    implicitHeight: Math.max(Theme.primaryTarget, inside.height + topPadding + bottomPadding)
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space3
    bottomPadding: Theme.space3
    Accessible.selected: selected

    background: Item {
        clip: true

        Rectangle {
            anchors.fill: parent
            anchors.topMargin: control.first ? 0 : -Theme.radius
            anchors.bottomMargin: control.last ? 0 : -Theme.radius
            radius: Theme.radius
            color: control.selected ? Theme.primarySoft : control.down ? Theme.pressed
                 : control.hovered ? Theme.sunken : Theme.surface
            border.width: 1
            border.color: Theme.line
        }
        Rectangle {
            visible: !control.first
            x: Theme.space4
            width: parent.width - 2 * Theme.space4
            height: 1
            color: Theme.line
        }
        Rectangle {
            visible: control.selected
            width: Theme.space1
            radius: 2
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.topMargin: Theme.space3
            anchors.bottomMargin: Theme.space3
            color: Theme.primary
        }
    }

    Item {
        id: inside
        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: childrenRect.height
    }
}
