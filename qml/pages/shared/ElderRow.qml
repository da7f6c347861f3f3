import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One door on a list: who, where, when due. Nothing about health.
ListRow {
    id: row

    required property string elderId
    required property string householdId
    required property string title
    required property string door
    required property list<int> kinds
    required property bool due
    required property int daysLeft
    required property int openRisk
    required property bool draft
    required property bool visitedToday
    required property bool waiting
    required property moment lastContact
    required first
    required last
    property string remark: ""
    // Why this door cannot wait, and the button that begins; empty on calm rows.
    property string reason: ""
    property string reasonSign: Icons.alarm
    property int reasonTone: Tone.Orange
    property string step: ""
    // What was promised here, and whether a risk is to be looked at again.
    property string promised: ""
    property string recheck: ""
    property bool showsDraft: true

    readonly property string kindWords: SessionModel.hideKinds ? "" : CareWords.listKinds(kinds)
    readonly property string dueWords: visitedToday ? qsTr("Visited") : reason !== "" ? "" : due ? CareWords.due(daysLeft)
                                      : lastContact.known ? qsTr("last on %1").arg(DateWords.day(lastContact)) : ""

    readonly property bool narrow: availableWidth < 240 * Theme.textScale

    signal acted

    text: title
    spoken: Words.joined([title, reason, promised, recheck, door, kindWords, dueWords], ", ")

    Column {
        width: parent.width
        spacing: 2

        TitleLine {
            width: parent.width
            text: row.title
            narrow: row.narrow

            AppButton {
                visible: row.step !== ""
                leftPadding: Theme.space4
                rightPadding: Theme.space4
                text: row.step
                spoken: row.step + " " + row.title
                onClicked: row.acted()
            }
            Badge {
                visible: row.dueWords !== ""
                text: row.dueWords
                sign: row.visitedToday ? Icons.check : row.due && row.daysLeft < 0 ? Icons.alarm : ""
                tone: row.visitedToday ? Tone.Green : row.due ? CareWords.dueTone(row.daysLeft) : Tone.Neutral
            }
        }
        AppText {
            width: parent.width
            visible: row.reason !== ""
            text: row.reason
            leftPadding: Math.round(26 * Theme.textScale)
            color: Theme.ink(row.reasonTone)
            font.pixelSize: Theme.small
            strong: true
            Accessible.ignored: true

            Icon {
                y: 2
                sign: row.reasonSign
                size: Math.round(18 * Theme.textScale)
                color: Theme.ink(row.reasonTone)
            }
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: row.remark
            quiet: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            text: Words.line([row.door, row.reason === "" ? row.kindWords : ""])
            quiet: true
            font.pixelSize: Theme.small
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: row.promised !== ""
            text: row.promised
            leftPadding: Math.round(26 * Theme.textScale)
            font.pixelSize: Theme.small
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true

            Icon {
                y: 2
                sign: Icons.promise
                size: Math.round(18 * Theme.textScale)
                color: Theme.primary
            }
        }
        Flow {
            width: parent.width
            visible: row.openRisk > 0 || (row.draft && row.showsDraft) || row.waiting || row.recheck !== ""
            spacing: Theme.space2
            topPadding: Theme.space1

            Badge {
                visible: row.recheck !== ""
                text: row.recheck
                sign: Icons.sync
                tone: Tone.Yellow
            }
            Badge {
                visible: row.openRisk > 0
                text: qsTr("%1 risk open").arg(RiskWords.level(row.openRisk))
                sign: RiskWords.sign(row.openRisk)
                tone: RiskWords.tone(row.openRisk)
            }
            Badge {
                visible: row.draft && row.showsDraft
                text: qsTr("Visit not finished")
                sign: Icons.pause
                tone: Tone.Primary
            }
            Badge {
                visible: row.waiting
                text: qsTr("Not uploaded yet")
                sign: Icons.cloudUpload
                tone: Tone.Yellow
            }
        }
    }
}
