import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A door on today's list; one that cannot wait, or was begun, says why and has its button.
ElderRow {
    id: row

    required property int tier
    required property int lastOutcome
    required property moment lastAttempt
    required property string section
    required property int ladderNext
    required property moment ladderDue
    required property int ladderMinutesLeft
    required property string promise
    required property moment promiseOn
    required property moment recheckOn
    required property moment begunAt
    required property bool paused

    readonly property bool begun: section === "!begun"
    readonly property bool urgent: section === "!urgent"
    readonly property bool searched: ladderNext > 0
    readonly property bool noReply: lastOutcome === Care.Outcome.NoReply
    readonly property bool red: openRisk === Care.RiskLevel.Red
    readonly property bool late: searched && ladderDue.known && ladderMinutesLeft < 0
    readonly property string searchWords: qsTr("Nobody answered: %1").arg(late ? LadderWords.atOnce(ladderNext)
                                                                                 : LadderWords.byWhen(ladderNext, ladderDue, TodayModel.day))

    reason: searched ? searchWords
          : begun ? (paused ? qsTr("Paused, begun %1").arg(DateWords.recent(begunAt, TodayModel.day))
                            : qsTr("Begun %1").arg(DateWords.recent(begunAt, TodayModel.day)))
          : !urgent ? "" : red ? qsTr("Red risk open")
          : noReply ? qsTr("Nobody answered %1, please try again").arg(DateWords.recent(lastAttempt, TodayModel.day)) : CareWords.due(daysLeft)
    reasonSign: late || red ? Icons.siren : searched || noReply ? Icons.triangle : begun ? (paused ? Icons.pause : Icons.play) : Icons.alarm
    reasonTone: late || red ? Tone.Red : begun && !searched ? Tone.Primary : Tone.Orange
    remark: !urgent || red || noReply || searched ? ""
          : lastContact.known ? qsTr("%1, last on %2").arg(CareWords.cadence(tier)).arg(DateWords.day(lastContact))
          : qsTr("%1, not visited yet").arg(CareWords.cadence(tier))
    promised: promise === "" ? "" : SessionModel.hideKinds ? qsTr("Something was promised")
            : qsTr("Promised: %1").arg(promise)
    recheck: recheckOn.known ? qsTr("Look again at a risk, %1").arg(DateWords.day(recheckOn)) : ""
    step: begun ? qsTr("Go on") : !urgent ? "" : searched ? qsTr("Search") : noReply ? qsTr("Try again") : qsTr("Start")
    showsDraft: !begun
    selected: ElderModel.elderId === elderId
    onClicked: Navigator.openElder(elderId)
    onActed: searched && !begun ? Navigator.openElder(elderId) : Navigator.visit(elderId)
}
