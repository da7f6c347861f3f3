import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// A door that cannot wait: why, and the button that begins.
ListRow {
    id: row

    required property string elderId
    required property string title
    required property string door
    required property int tier
    required property bool due
    required property int daysLeft
    required property int lastOutcome
    required property moment lastAttempt
    required property moment lastContact
    required property int openRisk
    required property bool draft

    readonly property bool noReply: lastOutcome === Care.Outcome.NoReply
    readonly property bool red: openRisk === Care.RiskLevel.Red
    readonly property color ink: red ? Theme.red : Theme.orange
    readonly property string reason: red ? qsTr("Red risk open")
                                   : noReply ? qsTr("Nobody answered %1, please try again").arg(DateWords.dayAndTime(lastAttempt))
                                   : CareWords.due(daysLeft)
    readonly property string behind: noReply || red ? ""
                                   : lastContact.known ? qsTr("%1, last on %2").arg(CareWords.cadence(tier)).arg(DateWords.day(lastContact))
                                   : qsTr("%1, not visited yet").arg(CareWords.cadence(tier))

    signal startWanted

    text: title
    spoken: title + ", " + reason + ", " + door

    GridLayout {
        width: parent.width
        columns: 2
        columnSpacing: Theme.space3
        rowSpacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.title
            strong: true
            Accessible.ignored: true
        }
        AppButton {
            Layout.rowSpan: 2
            Layout.alignment: Qt.AlignVCenter
            leftPadding: Theme.space4
            rightPadding: Theme.space4
            text: row.draft ? qsTr("Go on") : row.noReply ? qsTr("Try again") : qsTr("Start")
            spoken: text + " " + row.title
            onClicked: row.startWanted()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Icon {
                sign: row.red ? Icons.siren : row.noReply ? Icons.triangle : Icons.alarm
                size: Math.round(18 * Theme.textScale)
                color: row.ink
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
            }
            AppText {
                Layout.fillWidth: true
                text: row.reason
                color: row.ink
                font.pixelSize: Theme.small
                strong: true
                Accessible.ignored: true
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.columnSpan: 2
            text: Words.line([row.behind, row.door])
            quiet: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
