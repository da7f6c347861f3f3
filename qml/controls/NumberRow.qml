import QtQuick
import QtQuick.Layouts

// Somebody to ring: the number large enough to be read off and dialled on another telephone.
Pressable {
    id: row

    required property string name
    required property string number
    property string detail: ""
    property string sign: Icons.phone
    property int tone: Tone.Primary

    padding: Theme.space3
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    spoken: name + " " + number

    background: Rectangle {
        radius: Theme.radius
        color: row.down ? Theme.pressed : row.hovered ? Theme.sunken : Theme.surface
        border.width: 1
        border.color: row.tone === Tone.Red ? Theme.red : Theme.edge
    }
    contentItem: RowLayout {
        spacing: Theme.space4

        Icon {
            sign: row.sign
            size: Math.round(26 * Theme.textScale)
            color: Theme.ink(row.tone)
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: row.detail === "" ? row.name : row.name + " · " + row.detail
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            AppText {
                Layout.fillWidth: true
                text: row.number
                strong: true
                font.pixelSize: Theme.heading
                color: Theme.ink(row.tone)
                Accessible.ignored: true
            }
        }
        Icon {
            sign: Icons.next
            size: Math.round(18 * Theme.textScale)
            color: Theme.quiet
        }
    }
}
