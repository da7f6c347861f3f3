pragma ComponentBehavior: Bound
import QtQuick

// The shape of a list that is still being read. Nothing moves.
Column {
    id: skeleton

    property int rows: 5

    spacing: Theme.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Loading")

    Repeater {
        model: skeleton.rows

        Rectangle {
            id: row
            required property int index

            width: skeleton.width
            height: Math.round(76 * Theme.textScale)
            radius: Theme.radius
            color: Theme.surface
            border.width: 1
            border.color: Theme.line

            Rectangle {
                x: Theme.space4
                y: Theme.space4
                width: parent.width * (0.34 + 0.07 * (row.index % 3))
                height: Theme.small
                radius: 6
                color: Theme.pressed
            }
            Rectangle {
                x: Theme.space4
                y: Theme.space4 + Theme.small + Theme.space3
                width: parent.width * (0.62 - 0.08 * (row.index % 2))
                height: Math.round(12 * Theme.textScale)
                radius: 6
                color: Theme.sunken
            }
        }
    }
}
