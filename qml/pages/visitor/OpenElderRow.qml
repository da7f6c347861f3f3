import QtQuick
import Doorstep.Controls

// Somebody not yet seen this month, and why as far as it is known.
ListRow {
    id: row

    required property string elderId
    required property string title
    required property string door
    required property int reason
    required property bool due
    required property int daysLeft
    required property int index
    property int count: 0

    first: index === 0
    last: index === count - 1
    spoken: Words.joined([title, CareWords.missed(reason), door], ", ")

    Column {
        width: parent.width
        spacing: 2

        TitleLine {
            width: parent.width
            text: row.title
            narrow: width < 300 * Theme.textScale

            Badge {
                visible: row.due
                text: CareWords.due(row.daysLeft)
                tone: CareWords.dueTone(row.daysLeft)
                sign: row.daysLeft < 0 ? Icons.alarm : ""
            }
        }
        AppText {
            width: parent.width
            text: Words.line([CareWords.missed(row.reason), row.door])
            quiet: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
