import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One question of the visit.
Card {
    id: section

    required property string title
    property string remark: ""
    default property alias parts: column.data

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.space3

        RowLayout {
            Layout.fillWidth: true
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
