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
        return person.here ? Words.line([person.birthYear > 0 ? qsTr("%1, born %2", "name, year").arg(person.name).arg(person.birthYear) : person.name,
                                         person.place])
                           : qsTr("A file of another area")
    }

    AppText {
        width: parent.width
        text: pair.brief(pair.older)
        strong: true
    }
    AppText {
        width: parent.width
        text: pair.brief(pair.newer)
        strong: true
    }
    AppText {
        width: parent.width
        text: pair.merged ? qsTr("Made one person; can still be taken apart.") : ValueWords.duplicate(pair.reason)
    }
}
