import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A value that somebody gave, with who and when.
CompareCell {
    id: cell

    required property givenValue given

    AppText {
        width: parent.width
        text: ValueWords.value(cell.given)
        strong: true
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: ValueWords.source(cell.given)
        quiet: true
        font.pixelSize: Theme.small
    }
}
