import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One target: 202 of 430, 47.0 %, beside 88.8 % of the time.
Card {
    id: card

    required property string targetId
    required property int indicator
    required property string area
    required property string programme
    required property int value
    required property string shownValue
    required property string shownVerified
    required property string rate
    required property double share
    required property string elapsed
    required property double elapsedShare
    required property string document
    required property moment from
    required property moment until
    property bool mayEdit: false

    signal editWanted

    padding: Theme.space4
    Accessible.role: Accessible.Grouping
    Accessible.name: OfficeWords.indicator(indicator) + " " + rate

    Column {
        width: parent.width
        spacing: Theme.space1

        TitleLine {
            width: parent.width
            text: Words.line([OfficeWords.indicator(card.indicator), card.area, card.programme])
            narrow: card.width < 420 * Theme.textScale

            AppButton {
                visible: card.mayEdit
                kind: AppButton.Quiet
                text: qsTr("Change")
                spoken: text + " " + OfficeWords.indicator(card.indicator)
                onClicked: card.editWanted()
            }
        }
        AppText {
            width: parent.width
            text: qsTr("%1 of %2").arg(card.shownVerified).arg(card.shownValue)
            strong: true
            font.pixelSize: Theme.title
        }
        RateBar {
            width: parent.width
            share: card.share
            text: card.rate
        }
        TimeBar {
            width: parent.width
            share: card.elapsedShare
            text: card.elapsed
        }
        AppText {
            width: parent.width
            text: Words.line([qsTr("%1 to %2: %3 of the time has passed").arg(DateWords.dayOfYear(card.from)).arg(DateWords.dayOfYear(card.until)).arg(card.elapsed),
                              card.document])
            quiet: true
            font.pixelSize: Theme.small
        }
    }
}
