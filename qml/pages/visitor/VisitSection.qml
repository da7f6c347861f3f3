import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One question of the visit, its parts one under the other; each takes `width: parent.width`. A plain
// column: chips that wrap inside nested layouts make Qt 6.4 polish in circles.
Card {
    id: section

    required property string title
    property string remark: ""
    default property alias parts: column.data

    Column {
        id: column
        width: parent.width
        spacing: Theme.space3

        RowLayout {
            width: parent.width
            spacing: Theme.space3

            Heading {
                Layout.fillWidth: true
                text: section.title
            }
            AppText {
                visible: text !== ""
                text: section.remark
                quiet: true
                wrapMode: Text.NoWrap
            }
        }
    }
}
