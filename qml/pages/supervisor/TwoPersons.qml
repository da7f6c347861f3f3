import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Two files that may be of one person, in short.
Column {
    id: pair

    required property personEntry older
    required property personEntry newer
    required property int reason
    required property bool merged

    spacing: Theme.space1

    function brief(person: personEntry): string {
        if (!person.here)
            return qsTr("A file of another area")
        return person.birthYear > 0 ? qsTr("%1, born %2", "name, year").arg(person.name).arg(person.birthYear) : person.name
    }

    AppText {
        width: parent.width
        text: pair.brief(pair.older)
        strong: true
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: pair.older.place
        quiet: true
        font.pixelSize: Theme.small
    }
    AppText {
        width: parent.width
        text: pair.brief(pair.newer)
        strong: true
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: pair.newer.place
        quiet: true
        font.pixelSize: Theme.small
    }
    AppText {
        width: parent.width
        text: pair.merged ? qsTr("Made one person; can still be taken apart.") : ValueWords.duplicate(pair.reason)
    }
}
