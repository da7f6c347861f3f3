pragma ComponentBehavior: Bound
import QtQuick

// How many digits have been given, never which.
Row {
    id: dots

    required property int given
    property int most: 12

    spacing: Theme.space3
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%n digit(s) entered", "", given)

    Repeater {
        model: Math.min(dots.most, Math.max(6, dots.given))

        Rectangle {
            required property int index
            width: 18
            height: 18
            radius: 9
            color: index < dots.given ? Theme.primary : "transparent"
            border.width: 2
            border.color: index < dots.given ? Theme.primary : Theme.edge
        }
    }
}
