pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What was entered in this sitting, the last one first.
Column {
    id: column

    visible: PaperEntryModel.entered.count > 0

    SectionHeader {
        width: parent.width
        text: qsTr("Entered")
        detail: PaperEntryModel.entered.count
        sign: Icons.check
        gap: 0
    }
    Repeater {
        id: visits
        model: PaperEntryModel.entered

        ListRow {
            id: row
            required property string key
            required property int number
            required property string names
            required property moment day
            required property int mode
            required property int outcome
            required property int minutes
            required property bool takenBack
            required property int index

            width: column.width
            first: index === 0
            last: index === visits.count - 1
            focusPolicy: Qt.NoFocus
            hoverEnabled: false
            spokenRole: Accessible.ListItem
            spoken: number + " " + names

            Column {
                width: parent.width
                spacing: 2

                TitleLine {
                    width: parent.width
                    text: row.number + "  " + row.names
                    narrow: row.availableWidth < 320 * Theme.textScale

                    AppButton {
                        visible: !row.takenBack
                        kind: AppButton.Quiet
                        text: qsTr("Take back")
                        spoken: text + " " + row.names
                        onClicked: PaperEntryModel.takeBack(row.key)
                    }
                    Badge {
                        visible: row.takenBack
                        text: qsTr("Taken back")
                    }
                }
                AppText {
                    width: parent.width
                    text: Words.line([DateWords.weekdayAndDay(row.day), VisitWords.outcome(row.mode, row.outcome), DateWords.minutes(row.minutes)])
                    quiet: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
