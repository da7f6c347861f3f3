pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One line of the reconciliation; on narrow pages its name stands above its numbers.
GridLayout {
    id: row

    required property string name
    required property string received
    required property string taken
    required property string aside
    property bool same: true
    property bool head: false
    property bool narrow: false
    readonly property int mark: Math.round(20 * Theme.textScale)
    readonly property int cell: narrow ? Math.floor((width - mark - 3 * columnSpacing) / 3) : Math.round(110 * Theme.textScale)

    columnSpacing: Theme.space2
    rowSpacing: 0
    Accessible.role: Accessible.Row
    Accessible.name: head ? "" : name + " " + received + " " + taken + " " + aside

    AppText {
        Layout.row: 0
        Layout.column: 0
        Layout.columnSpan: row.narrow ? 4 : 1
        Layout.fillWidth: true
        visible: !row.narrow || text !== ""
        text: row.name
        quiet: row.narrow
        font.pixelSize: row.narrow ? Theme.small : Theme.body
    }
    Repeater {
        model: [row.received, row.taken, row.aside]

        AppText {
            required property string modelData
            required property int index
            Layout.row: row.narrow ? 1 : 0
            Layout.column: row.narrow ? index : index + 1
            Layout.preferredWidth: row.cell
            Layout.maximumWidth: row.cell
            text: modelData
            horizontalAlignment: Text.AlignRight
            quiet: row.head
            strong: !row.head
            font.pixelSize: row.head ? Theme.small : Theme.body
        }
    }
    Icon {
        Layout.row: row.narrow ? 1 : 0
        Layout.column: row.narrow ? 3 : 4
        sign: row.head ? "" : row.same ? Icons.check : Icons.triangle
        size: row.mark
        color: row.same ? Theme.green : Theme.orange
        Layout.preferredWidth: row.mark
    }
}
