import QtQuick
import Doorstep.Controls

// Two cells to compare: one beside the other where there is room, else one below the other.
Item {
    id: pair

    default property alias cells: pair.data
    readonly property bool wide: width >= 480 * Theme.textScale
    readonly property real part: wide ? (width - Theme.space3) / 2 : width
    readonly property Item first: children.length > 0 ? children[0] : null
    readonly property Item second: children.length > 1 ? children[1] : null
    readonly property real firstHeight: first?.implicitHeight ?? 0
    readonly property real secondHeight: second?.implicitHeight ?? 0

    implicitHeight: wide ? Math.max(firstHeight, secondHeight) : firstHeight + Theme.space3 + secondHeight
}
