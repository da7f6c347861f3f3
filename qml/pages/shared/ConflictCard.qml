import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Two people filled in the same place differently; both are shown, nothing is lost.
Card {
    id: card

    required property string field
    required property string chosen
    required property string other
    required property moment foundAt

    function place(name: string): string {
        switch (name) {
        case "phone": return qsTr("Telephone")
        case "name": return qsTr("Name")
        case "language": return qsTr("Language")
        case "hearing": return qsTr("Hearing")
        case "how_to_approach": return qsTr("How to approach")
        case "safety_note": return qsTr("For your own safety")
        case "door_note": return qsTr("At the door")
        default: return qsTr("One entry")
        }
    }

    ColumnLayout {
        width: parent.width
        spacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: qsTr("%1: filled in differently by two people").arg(card.place(card.field))
            strong: true
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Stands now: %1").arg(card.chosen === "" ? qsTr("(not text)") : card.chosen)
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Also given: %1").arg(card.other === "" ? qsTr("(not text)") : card.other)
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("Both are kept. The supervisor settles which one is right.")
            quiet: true
            font.pixelSize: Theme.small
        }
    }
}
