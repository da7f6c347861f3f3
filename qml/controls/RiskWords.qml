pragma Singleton
import QtQuick
import Doorstep.Models

// The words for risks: what, how urgent, and what that asks of whom.
QtObject {
    function kind(value: int): string {
        switch (value) {
        case Care.RiskKind.Unreachable: return qsTr("Cannot be reached")
        case Care.RiskKind.Fall: return qsTr("Fall")
        case Care.RiskKind.AcuteIllness: return qsTr("Suddenly ill")
        case Care.RiskKind.Medication: return qsTr("Medicine")
        case Care.RiskKind.GasElectricityFire: return qsTr("Gas, electricity, fire")
        case Care.RiskKind.Housing: return qsTr("House or flat")
        case Care.RiskKind.Nutrition: return qsTr("Food")
        case Care.RiskKind.CognitionWandering: return qsTr("Memory, getting lost")
        case Care.RiskKind.MoodSelfHarm: return qsTr("Mood, self-harm")
        case Care.RiskKind.SuspectedAbuse: return qsTr("Suspected abuse")
        case Care.RiskKind.SuspectedFraud: return qsTr("Suspected fraud")
        case Care.RiskKind.SupportMissing: return qsTr("Family does not help")
        case Care.RiskKind.Financial: return qsTr("Money")
        case Care.RiskKind.SelfNeglect: return qsTr("Neglects themselves")
        default: return qsTr("Something else")
        }
    }

    function level(value: int): string {
        switch (value) {
        case Care.RiskLevel.Red: return qsTr("Red")
        case Care.RiskLevel.Orange: return qsTr("Orange")
        case Care.RiskLevel.Yellow: return qsTr("Yellow")
        default: return ""
        }
    }

    function levelMeaning(value: int): string {
        switch (value) {
        case Care.RiskLevel.Red: return qsTr("Somebody may be in danger now")
        case Care.RiskLevel.Orange: return qsTr("Needs action within days")
        default: return qsTr("Should be looked at")
        }
    }

    function levelDeadlines(value: int): string {
        switch (value) {
        case Care.RiskLevel.Red: return qsTr("Supervisor answers within 15 minutes, help within 2 hours, settled within 24 hours.")
        case Care.RiskLevel.Orange: return qsTr("Supervisor answers within 24 hours, action within 3 working days, settled within 7 days.")
        default: return qsTr("Supervisor answers within 3 working days, settled within 30 days.")
        }
    }

    function state(value: int): string {
        switch (value) {
        case Care.RiskState.Open: return qsTr("New")
        case Care.RiskState.Acknowledged: return qsTr("Seen by the supervisor")
        case Care.RiskState.InAction: return qsTr("Being dealt with")
        case Care.RiskState.Referred: return qsTr("Passed on")
        case Care.RiskState.Resolved: return qsTr("Settled, to be checked")
        case Care.RiskState.Rechecked: return qsTr("Checked again")
        case Care.RiskState.Closed: return qsTr("Closed")
        case Care.RiskState.Reopened: return qsTr("Opened again")
        case Care.RiskState.Dismissed: return qsTr("Not a risk")
        case Care.RiskState.Duplicate: return qsTr("Reported twice")
        default: return ""
        }
    }

    // What the next deadline asks for.
    function nextStep(state: int): string {
        switch (state) {
        case Care.RiskState.Open:
        case Care.RiskState.Reopened: return qsTr("to be acknowledged")
        case Care.RiskState.Acknowledged: return qsTr("to be acted on")
        default: return qsTr("to be settled")
        }
    }

    function deadline(minutesLeft: int): string {
        return minutesLeft < 0 ? qsTr("%1 late").arg(DateWords.span(-minutesLeft))
                               : qsTr("%1 left").arg(DateWords.span(minutesLeft))
    }

    function tone(level: int): int {
        switch (level) {
        case Care.RiskLevel.Red: return Tone.Red
        case Care.RiskLevel.Orange: return Tone.Orange
        case Care.RiskLevel.Yellow: return Tone.Yellow
        default: return Tone.Neutral
        }
    }

    function sign(level: int): string {
        switch (level) {
        case Care.RiskLevel.Red: return Icons.siren
        case Care.RiskLevel.Orange: return Icons.triangle
        default: return Icons.flag
        }
    }
}
