pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The due doors with the numbers they have on paper, and the way onto it.
Column {
    id: column

    spacing: Theme.space3

    Card {
        width: parent.width

        Column {
            width: parent.width
            spacing: Theme.space3

            Heading {
                width: parent.width
                text: qsTr("The list to take along")
                font.pixelSize: Theme.body
            }
            AppText {
                width: parent.width
                text: qsTr("Name, door, telephone, due day and safety note, ten doors a page, with room for the outcome.")
                quiet: true
            }
            AppButton {
                visible: PaperEntryModel.maySave
                enabled: PaperEntryModel.doors.count > 0
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Save as PDF …")
                sign: Icons.printer
                onClicked: PaperEntryModel.savePaperList()
            }
            AppText {
                width: parent.width
                visible: PaperEntryModel.savedFile !== ""
                text: qsTr("Saved: %1").arg(PaperEntryModel.savedFile)
            }
            FailureNotice {
                width: parent.width
                failure: PaperEntryModel.fileFailure
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: PaperEntryModel.progress === App.Progress.Ready && PaperEntryModel.doors.count === 0
        sign: Icons.circleCheck
        title: qsTr("Nobody is due")
        detail: qsTr("Choose another person, or come back when visits are due.")
    }
    Skeleton {
        width: parent.width
        visible: PaperEntryModel.progress === App.Progress.Loading
        rows: 3
    }
    Column {
        width: parent.width

        Repeater {
            id: doors
            model: PaperEntryModel.doors

            ListRow {
                id: row
                required property int number
                required property string names
                required property string door
                required property string area
                required property bool due
                required property int daysLeft
                required property bool entered
                required property int index

                width: column.width
                first: index === 0
                last: index === doors.count - 1
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
                        narrow: row.availableWidth < 280 * Theme.textScale

                        Badge {
                            visible: row.entered || row.due
                            text: row.entered ? qsTr("Entered") : CareWords.due(row.daysLeft)
                            sign: row.entered ? Icons.check : ""
                            tone: row.entered ? Tone.Green : CareWords.dueTone(row.daysLeft)
                        }
                    }
                    AppText {
                        width: parent.width
                        text: Words.line([row.area, row.door])
                        quiet: true
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
