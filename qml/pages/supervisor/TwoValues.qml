import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What two people filled in at the same place, in short.
Column {
    id: pair

    required property givenValue chosen
    required property givenValue other
    required property string field
    required property bool changedSince

    spacing: Theme.space1

    AppText {
        width: parent.width
        text: ValueWords.place(pair.field)
        quiet: true
        font.pixelSize: Theme.small
    }
    AppText {
        width: parent.width
        text: (pair.changedSince ? qsTr("Stood then: %1") : qsTr("Stands now: %1")).arg(Words.line([ValueWords.value(pair.chosen), pair.chosen.by]))
    }
    AppText {
        width: parent.width
        text: qsTr("Also given: %1").arg(Words.line([ValueWords.value(pair.other), pair.other.by]))
    }
}
