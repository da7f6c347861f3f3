import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One of two files that may be of one person.
CompareCell {
    id: cell

    required property personEntry person

    AppText {
        width: parent.width
        text: cell.person.here ? cell.person.name : qsTr("This file belongs to another area.")
        strong: cell.person.here
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: !cell.person.here ? qsTr("The district's staff sees both files and can decide.")
            : Words.line([CareWords.gender(cell.person.gender),
                          cell.person.birthYear > 0 ? qsTr("born %1").arg(cell.person.birthYear) : ""])
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: cell.person.place
    }
    AppText {
        width: parent.width
        visible: cell.person.phone !== ""
        text: cell.person.phone
    }
    AppText {
        width: parent.width
        visible: cell.person.here
        text: Words.line([qsTr("File %1").arg(cell.person.fileNumber),
                          cell.person.idNumber !== "" ? qsTr("ID number %1").arg(cell.person.idNumber) : ""])
        quiet: true
        font.pixelSize: Theme.small
    }
    AppText {
        width: parent.width
        visible: cell.person.here
        text: Words.line([cell.person.visits > 0 ? qsTr("%n visit(s)", "", cell.person.visits) : qsTr("never visited"),
                          cell.person.lastOn.known ? qsTr("last on %1").arg(DateWords.dayOfYear(cell.person.lastOn)) : "",
                          cell.person.careFrom.known ? qsTr("in care from %1").arg(DateWords.dayOfYear(cell.person.careFrom)) : ""])
        quiet: true
        font.pixelSize: Theme.small
    }
}
