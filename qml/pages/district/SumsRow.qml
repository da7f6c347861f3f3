pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Controls

// One line of the reconciliation; on narrow pages its name stands above its numbers. Placed by hand: a layout
// that spans columns squeezes the first of them.
Column {
    id: row

    required property string name
    required property string received
    required property string taken
    required property string aside
    property bool same: true
    property bool head: false
    property bool narrow: false
    readonly property int gap: Theme.space2
    readonly property int mark: Math.round(20 * Theme.textScale)
    readonly property int cell: Math.max(1, narrow ? Math.floor((width - mark - 4 * gap) / 3) : Math.round(110 * Theme.textScale))

    Accessible.role: Accessible.Row
    Accessible.name: head ? "" : name + " " + received + " " + taken + " " + aside

    AppText {
        width: parent.width
        visible: row.narrow && text !== ""
        text: row.name
        quiet: true
        font.pixelSize: Theme.small
    }
    Row {
        spacing: row.gap

        AppText {
            visible: !row.narrow
            width: Math.max(1, row.width - 3 * (row.cell + row.gap) - row.mark - row.gap)
            text: row.name
        }
        Repeater {
            model: [row.received, row.taken, row.aside]

            AppText {
                required property string modelData
                width: row.cell
                text: modelData
                horizontalAlignment: Text.AlignRight
                // A heading is one word of any length: it shrinks rather than breaks.
                wrapMode: row.head ? Text.NoWrap : Text.Wrap
                fontSizeMode: row.head ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: 12
                quiet: row.head
                strong: !row.head
                font.pixelSize: row.head ? Theme.small : Theme.body
            }
        }
        Icon {
            sign: row.head ? "" : row.same ? Icons.check : Icons.triangle
            size: row.mark
            width: row.mark
            color: row.same ? Theme.green : Theme.orange
        }
    }
}
