import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A door on today's list; one that cannot wait says why and has its button.
ElderRow {
    id: row

    required property int tier
    required property int lastOutcome
    required property moment lastAttempt
    required property string section

    readonly property bool urgent: section === "!urgent"
    readonly property bool noReply: lastOutcome === Care.Outcome.NoReply
    readonly property bool red: openRisk === Care.RiskLevel.Red

    reason: !urgent ? "" : red ? qsTr("Red risk open")
          : noReply ? qsTr("Nobody answered %1, please try again").arg(DateWords.recent(lastAttempt, TodayModel.day)) : CareWords.due(daysLeft)
    reasonSign: red ? Icons.siren : noReply ? Icons.triangle : Icons.alarm
    reasonTone: red ? Tone.Red : Tone.Orange
    remark: !urgent || red || noReply ? ""
          : lastContact.known ? qsTr("%1, last on %2").arg(CareWords.cadence(tier)).arg(DateWords.day(lastContact))
          : qsTr("%1, not visited yet").arg(CareWords.cadence(tier))
    step: !urgent ? "" : draft ? qsTr("Go on") : noReply ? qsTr("Try again") : qsTr("Start")
    selected: ElderModel.elderId === elderId
    onClicked: Navigator.openElder(elderId)
    onActed: Navigator.visit(elderId)
}
