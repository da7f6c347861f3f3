import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What one worker has to do this month. Never a rank.
ListRow {
    id: row

    required property string workerId
    required property string name
    required property int occupation
    required property int elders
    required property int contacted
    required property int due
    required property int overdue
    required property int openRisks
    required property int urgentRisks
    required property moment lastRecord
    required property int index
    property int count: 0

    readonly property string shownName: name === "" ? qsTr("Nobody assigned") : name

    first: index === 0
    last: index === count - 1
    text: shownName
    spoken: shownName + ", " + qsTr("%1 of %2 reached").arg(contacted).arg(elders) + ", " + qsTr("%n overdue", "", overdue)

    Column {
        width: parent.width
        spacing: Theme.space1

        TitleLine {
            width: parent.width
            text: row.shownName

            AppText {
                text: qsTr("%1 / %2").arg(row.contacted).arg(row.elders)
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        Rectangle {
            width: parent.width
            height: 8
            radius: 4
            color: Theme.chartRest

            Rectangle {
                width: row.elders > 0 ? parent.width * row.contacted / row.elders : 0
                height: parent.height
                radius: 4
                color: Theme.chart
            }
        }
        Flow {
            width: parent.width
            topPadding: 2
            visible: row.overdue > 0 || row.due > 0 || row.openRisks > 0
            spacing: Theme.space2

            Badge {
                visible: row.overdue > 0
                text: qsTr("%n overdue", "", row.overdue)
                sign: Icons.alarm
                tone: Tone.Orange
            }
            Badge {
                visible: row.due > 0
                text: qsTr("%n still due", "", row.due)
            }
            Badge {
                visible: row.openRisks > 0
                text: qsTr("%n risk(s)", "", row.openRisks)
                sign: Icons.flag
                tone: row.urgentRisks > 0 ? Tone.Orange : Tone.Yellow
            }
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: Words.line([CareWords.occupation(row.occupation),
                              row.lastRecord.known ? qsTr("last record %1").arg(DateWords.recent(row.lastRecord, TodayModel.day)) : ""])
            quiet: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
