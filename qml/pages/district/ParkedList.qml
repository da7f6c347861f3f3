pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Changes that were put aside, and why, in words.
Column {
    id: column

    signal decisionWanted

    SectionHeader {
        width: parent.width
        text: qsTr("Put aside")
        detail: EndOfDayModel.parked.count
        sign: Icons.triangle
        ink: Theme.orange
        gap: 0
    }
    Repeater {
        id: changes
        model: EndOfDayModel.parked

        ListRow {
            id: row
            required property int kind
            required property string device
            required property string worker
            required property moment receivedAt
            required property int problem
            required property string field
            required property int index

            width: column.width
            first: index === 0
            last: index === changes.count - 1
            focusPolicy: Qt.NoFocus
            hoverEnabled: false
            spokenRole: Accessible.ListItem
            spoken: SyncWords.recordKind(kind) + " " + worker

            Column {
                width: parent.width
                spacing: 2

                AppText {
                    width: parent.width
                    text: Words.line([SyncWords.recordKind(row.kind), row.worker, row.device])
                    strong: true
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: OfficeWords.parked(row.problem) + " " + qsTr("It is kept and counts nowhere until it is put right.")
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: DateWords.dayAndTime(row.receivedAt)
                    quiet: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
    AppButton {
        text: qsTr("Decide …")
        sign: Icons.check
        onClicked: column.decisionWanted()
    }
}
