import QtQuick
import QtQuick.Layouts

// A short fact with sign and word.
Rectangle {
    id: badge

    required property string text
    property string sign: ""
    property int tone: Tone.Neutral

    implicitWidth: row.implicitWidth + 2 * Theme.space2 + 2
    implicitHeight: row.implicitHeight + 2 * 2
    radius: Math.min(height / 2, Theme.radius)
    color: Theme.wash(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(implicitWidth, badge.width - 2 * Theme.space2)
        spacing: Theme.space1

        Icon {
            visible: badge.sign !== ""
            sign: badge.sign
            size: Theme.small
            color: Theme.ink(badge.tone)
        }
        AppText {
            Layout.fillWidth: true
            text: badge.text
            color: badge.tone === Tone.Neutral ? Theme.quiet : Theme.ink(badge.tone)
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
