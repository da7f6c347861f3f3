import QtQuick
import Doorstep.Controls

// What two people filled in at the same place, one beside the other.
Column {
    id: pair

    required property string chosen
    required property string chosenBy
    required property string other
    required property string otherBy
    required property string field

    spacing: Theme.space1

    function value(words: string): string {
        return words === "" ? qsTr("(not text)") : words
    }

    AppText {
        width: parent.width
        text: qsTr("%1 stands now: %2").arg(OpenWords.place(pair.field)).arg(pair.value(pair.chosen)) + (pair.chosenBy === "" ? "" : " (" + pair.chosenBy + ")")
    }
    AppText {
        width: parent.width
        text: qsTr("Also given: %1").arg(pair.value(pair.other)) + (pair.otherBy === "" ? "" : " (" + pair.otherBy + ")")
    }
    AppText {
        width: parent.width
        text: qsTr("Both are kept. If the other one is right, please enter it in the elder's file.")
        quiet: true
        font.pixelSize: Theme.small
    }
}
