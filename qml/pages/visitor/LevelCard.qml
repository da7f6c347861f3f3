import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// A level of urgency in words: what it means and what it sets in motion.
Pressable {
    id: card

    required property int level

    readonly property int tone: RiskWords.tone(level)

    padding: Theme.space4
    spokenRole: Accessible.RadioButton
    spoken: RiskWords.level(level) + ". " + RiskWords.levelMeaning(level) + ". " + RiskWords.levelDeadlines(level)

    background: Rectangle {
        radius: Theme.radius
        color: card.checked ? Theme.wash(card.tone) : card.down ? Theme.pressed : Theme.surface
        border.width: card.checked ? 2 : 1
        border.color: card.checked ? Theme.ink(card.tone) : Theme.edge
    }
    contentItem: RowLayout {
        spacing: Theme.space3

        Icon {
            sign: card.checked ? Icons.circleCheck : RiskWords.sign(card.level)
            size: Math.round(28 * Theme.textScale)
            color: Theme.ink(card.tone)
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: RiskWords.level(card.level) + " · " + RiskWords.levelMeaning(card.level)
                strong: true
                color: Theme.ink(card.tone)
                Accessible.ignored: true
            }
            AppText {
                Layout.fillWidth: true
                text: RiskWords.levelDeadlines(card.level)
                quiet: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
