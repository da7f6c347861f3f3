import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Two people filled in the same place differently; both are shown, nothing is lost.
Card {
    id: card

    required property string field
    required property givenValue chosen
    required property givenValue other
    required property moment foundAt

    ColumnLayout {
        width: parent.width
        spacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: qsTr("%1: filled in differently by two people").arg(ValueWords.place(card.field))
            strong: true
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Stands now: %1").arg(ValueWords.value(card.chosen))
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Also given: %1").arg(ValueWords.value(card.other))
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Both are kept. The supervisor settles which one is right.")
            quiet: true
            font.pixelSize: Theme.small
        }
    }
}
