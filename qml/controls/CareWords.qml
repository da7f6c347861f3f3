pragma Singleton
import QtQuick
import Doorstep.Models

// The words for who an elder is and how often they are due.
QtObject {
    function gender(value: int): string {
        switch (value) {
        case Care.Gender.Female: return qsTr("woman")
        case Care.Gender.Male: return qsTr("man")
        default: return ""
        }
    }

    function kind(value: int): string {
        switch (value) {
        case Care.Kind.LivingAlone: return qsTr("Lives alone")
        case Care.Kind.EmptyNest: return qsTr("Empty nest")
        case Care.Kind.LeftBehind: return qsTr("Left behind")
        case Care.Kind.ExtremeHardship: return qsTr("Extreme hardship")
        case Care.Kind.AdvancedAge: return qsTr("Advanced age")
        case Care.Kind.FunctionalLoss: return qsTr("Needs daily help")
        case Care.Kind.SevereDisability: return qsTr("Severe disability")
        case Care.Kind.FamilyPlanningSpecial: return qsTr("Special family")
        case Care.Kind.Dementia: return qsTr("Memory loss")
        case Care.Kind.SubsistenceAllowance: return qsTr("Subsistence allowance")
        default: return qsTr("Other")
        }
    }

    // Kinds that say something about health never stand on a list row.
    function mayStandOnList(kind: int): bool {
        return kind !== Care.Kind.FunctionalLoss && kind !== Care.Kind.SevereDisability && kind !== Care.Kind.Dementia
    }

    function listKinds(kinds: list<int>): string {
        const words = []
        for (let at = 0; at < kinds.length; ++at) {
            if (mayStandOnList(kinds[at]))
                words.push(kind(kinds[at]))
        }
        return Words.joined(words, " · ")
    }

    function cadence(tier: int): string {
        switch (tier) {
        case Care.Tier.A: return qsTr("every week")
        case Care.Tier.B: return qsTr("twice a month")
        default: return qsTr("every month")
        }
    }

    function status(value: int): string {
        switch (value) {
        case Care.Status.Away: return qsTr("Away from home")
        case Care.Status.Hospitalised: return qsTr("In hospital")
        case Care.Status.Institutionalised: return qsTr("In a care home")
        case Care.Status.MovedOut: return qsTr("Moved out")
        case Care.Status.Deceased: return qsTr("Deceased")
        default: return qsTr("At home")
        }
    }

    function proposal(value: int): string {
        switch (value) {
        case Care.Proposal.Away: return qsTr("is away from home")
        case Care.Proposal.Hospitalised: return qsTr("is in hospital")
        case Care.Proposal.Institutionalised: return qsTr("is in a care home")
        case Care.Proposal.MovedOut: return qsTr("has moved out")
        case Care.Proposal.Deceased: return qsTr("has died")
        default: return qsTr("nothing to report")
        }
    }

    function relation(value: int): string {
        switch (value) {
        case Care.Relation.Spouse: return qsTr("husband or wife")
        case Care.Relation.Child: return qsTr("son or daughter")
        case Care.Relation.Relative: return qsTr("relative")
        case Care.Relation.Neighbour: return qsTr("neighbour")
        case Care.Relation.Guardian: return qsTr("guardian")
        case Care.Relation.Friend: return qsTr("friend")
        case Care.Relation.Carer: return qsTr("carer")
        case Care.Relation.Ward: return qsTr("ward or community office")
        default: return ""
        }
    }

    function due(daysLeft: int): string {
        if (daysLeft < 0)
            return qsTr("%n day(s) overdue", "", -daysLeft)
        return daysLeft === 0 ? qsTr("due today") : qsTr("%n day(s) left", "", daysLeft)
    }

    function dueTone(daysLeft: int): int {
        return daysLeft < 0 ? Tone.Orange : daysLeft <= 1 ? Tone.Yellow : Tone.Neutral
    }

    // Until when something promised is to be done.
    function promised(dueOn: moment, daysLeft: int): string {
        if (!dueOn.known)
            return qsTr("at the next visit")
        if (daysLeft < 0)
            return qsTr("%n day(s) overdue", "", -daysLeft)
        return daysLeft === 0 ? qsTr("today") : daysLeft === 1 ? qsTr("tomorrow") : qsTr("by %1").arg(DateWords.day(dueOn))
    }

    function daysAgo(days: int, day: moment): string {
        return days === 0 ? qsTr("Today") : days === 1 ? qsTr("Yesterday") : DateWords.weekdayAndDay(day)
    }

    function occupation(value: int): string {
        switch (value) {
        case 1: return qsTr("volunteer")
        case 2: return qsTr("social worker")
        case 3: return qsTr("grid worker")
        default: return ""
        }
    }

    function missed(reason: int): string {
        switch (reason) {
        case Care.Missed.Unassigned: return qsTr("Nobody is assigned")
        case Care.Missed.NoReply: return qsTr("Tried, nobody answered")
        case Care.Missed.NotSeenSafe: return qsTr("Known to be safe, not seen")
        case Care.Missed.AbortedUnsafe: return qsTr("Broken off, not safe")
        case Care.Missed.Away: return qsTr("Away, nobody vouched")
        default: return qsTr("Not tried this month")
        }
    }
}
