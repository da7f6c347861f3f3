import QtQuick
import QtQuick.Templates as T

// A page longer than the window. Its content is as wide as it is, up to a width that reads well.
Flickable {
    id: area

    default property alias content: column.data
    property int maximumWidth: Theme.readingWidth
    property int margin: width >= 600 ? Theme.space5 : Theme.space4
    property int spacing: Theme.space4

    contentWidth: width
    contentHeight: column.height + 2 * margin
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    T.ScrollBar.vertical: ScrollMark {}

    Column {
        id: column
        x: area.margin
        y: area.margin
        width: Math.min(area.width - 2 * area.margin, area.maximumWidth)
        spacing: area.spacing
    }
}
