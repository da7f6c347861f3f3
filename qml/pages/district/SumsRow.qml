import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One line of the reconciliation.
RowLayout {
    id: row

    required property string name
    required property string received
    required property string taken
    required property string aside
    property bool same: true
    property bool head: false
    property bool narrow: false
    readonly property int cell: Math.round((narrow ? 74 : 110) * Theme.textScale)

    spacing: Theme.space2
    Accessible.role: Accessible.Row
    Accessible.name: head ? "" : name + " " + received + " " + taken + " " + aside

    AppText {
        Layout.fillWidth: true
        text: row.name
        font.pixelSize: row.head ? Theme.small : Theme.body
        quiet: row.head
    }
    Repeater {
        model: [row.received, row.taken, row.aside]

        AppText {
            required property string modelData
            Layout.preferredWidth: row.cell
            text: modelData
            horizontalAlignment: Text.AlignRight
            quiet: row.head
            strong: !row.head
            font.pixelSize: row.head ? Theme.small : Theme.body
            wrapMode: row.head ? Text.Wrap : Text.NoWrap
        }
    }
    Icon {
        sign: row.head ? "" : row.same ? Icons.check : Icons.triangle
        size: Math.round(20 * Theme.textScale)
        color: row.same ? Theme.green : Theme.orange
        Layout.preferredWidth: Math.round(20 * Theme.textScale)
    }
}
