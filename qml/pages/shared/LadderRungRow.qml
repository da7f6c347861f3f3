import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One step of the search: done or not, and until when.
ListRow {
    id: rung

    required property int step
    required property bool taken
    required property bool next
    required property moment dueAt
    required property int minutesLeft
    required property int index
    property int count: 0

    first: index === 0
    last: index === count - 1
    selected: next
    spoken: Words.joined([LadderWords.title(step), taken ? qsTr("done") : due.text], ", ")

    RowLayout {
        width: parent.width
        spacing: Theme.space3

        Icon {
            sign: rung.taken ? Icons.circleCheck : LadderWords.sign(rung.step)
            color: rung.taken ? Theme.green : rung.next ? Theme.primary : Theme.quiet
        }
        AppText {
            Layout.fillWidth: true
            text: LadderWords.title(rung.step)
            strong: rung.next
            quiet: rung.taken
            Accessible.ignored: true
        }
        AppText {
            id: due
            visible: text !== ""
            Layout.maximumWidth: rung.availableWidth * 0.5
            text: rung.taken ? qsTr("done") : rung.dueAt.known
                  ? qsTr("by %1").arg(LadderWords.when(rung.dueAt, TodayModel.day)) : ""
            color: rung.taken ? Theme.green : rung.minutesLeft < 0 ? Theme.red : Theme.text
            strong: !rung.taken && rung.minutesLeft < 30
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
