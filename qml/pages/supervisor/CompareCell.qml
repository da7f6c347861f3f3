import QtQuick
import Doorstep.Controls

// One of two things that are compared.
Rectangle {
    id: cell

    required property string title
    property bool stands: false
    default property alias content: body.data

    implicitHeight: column.implicitHeight + 2 * Theme.space3
    radius: Theme.radius
    color: Theme.surface
    border.width: cell.stands ? 2 : 1
    border.color: cell.stands ? Theme.primary : Theme.line

    Column {
        id: column
        x: Theme.space4
        y: Theme.space3
        width: parent.width - 2 * Theme.space4
        spacing: Theme.space1

        AppText {
            width: parent.width
            text: cell.title
            quiet: true
            font.pixelSize: Theme.small
        }
        Column {
            id: body
            width: parent.width
            spacing: Theme.space1
        }
    }
}
