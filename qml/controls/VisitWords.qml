pragma Singleton
import QtQuick
import Doorstep.Models

// The words for how somebody was met and what was done.
QtObject {
    // The answer on a chip.
    function met(value: int): string {
        switch (value) {
        case Care.Met.InPerson: return qsTr("Met in person")
        case Care.Met.AtTheDoor: return qsTr("Talked through the door")
        case Care.Met.ByPhone: return qsTr("By phone")
        case Care.Met.NoReply: return qsTr("Nobody answered")
        case Care.Met.ByVideo: return qsTr("Video call")
        case Care.Met.RefusedAtTheDoor: return qsTr("Seen, visit declined")
        case Care.Met.RefusedByPhone: return qsTr("Reached by phone, declined")
        case Care.Met.NotSeenSafe: return qsTr("Not seen, but surely safe")
        case Care.Met.ProxyConfirmed: return qsTr("Somebody on file vouches")
        case Care.Met.NoReplyByPhone: return qsTr("Rang, nobody answered")
        case Care.Met.AbortedUnsafe: return qsTr("Left early, not safe for me")
        case Care.Met.Cancelled: return qsTr("Did not take place")
        default: return ""
        }
    }

    // What it means for the month, where that is not plain.
    function metMeaning(value: int): string {
        switch (value) {
        case Care.Met.RefusedAtTheDoor: return qsTr("Counts as a visit. We come again another day.")
        case Care.Met.RefusedByPhone: return qsTr("Counts as contact. We ring again another day.")
        case Care.Met.NotSeenSafe: return qsTr("Does not count as a visit; the elder stays on the list.")
        case Care.Met.ProxyConfirmed: return qsTr("Counts while a confirmed absence lasts.")
        case Care.Met.NoReplyByPhone: return qsTr("Does not count; please try again today.")
        case Care.Met.AbortedUnsafe: return qsTr("Your own safety comes first. The supervisor sees it.")
        case Care.Met.Cancelled: return qsTr("Nothing is counted.")
        default: return ""
        }
    }

    // A past visit in one short phrase.
    function outcome(mode: int, outcome: int): string {
        switch (outcome) {
        case Care.Outcome.Seen: return qsTr("Met in person")
        case Care.Outcome.SeenRefused: return qsTr("Seen, visit declined")
        case Care.Outcome.SpokeRemote: return mode === Care.Mode.Video ? qsTr("Video call") : qsTr("Spoke by phone")
        case Care.Outcome.SpokeRefused: return qsTr("Reached by phone, declined")
        case Care.Outcome.ProxyConfirmed: return qsTr("Somebody on file vouched")
        case Care.Outcome.NotSeenSafe: return qsTr("Not seen, known to be safe")
        case Care.Outcome.NoReply: return mode === Care.Mode.Phone ? qsTr("Rang, nobody answered") : qsTr("Nobody answered")
        case Care.Outcome.AbortedUnsafe: return qsTr("Broken off, not safe")
        case Care.Outcome.Cancelled: return qsTr("Did not take place")
        case Care.Outcome.Signal: return qsTr("Sign of life from a device")
        default: return qsTr("Not recorded")
        }
    }

    function reached(outcome: int): bool {
        return outcome === Care.Outcome.Seen || outcome === Care.Outcome.SeenRefused
            || outcome === Care.Outcome.SpokeRemote || outcome === Care.Outcome.SpokeRefused
            || outcome === Care.Outcome.ProxyConfirmed
    }

    function outcomeSign(mode: int, outcome: int): string {
        if (!reached(outcome))
            return outcome === Care.Outcome.NoReply ? Icons.bell : Icons.info
        return mode === Care.Mode.Phone ? Icons.phone : mode === Care.Mode.Video ? Icons.video
             : mode === Care.Mode.Proxy ? Icons.people : Icons.house
    }

    function service(kind: int): string {
        switch (kind) {
        case Care.Service.Visiting: return qsTr("Visit")
        case Care.Service.Companionship: return qsTr("Company and a chat")
        case Care.Service.Errand: return qsTr("Errand")
        case Care.Service.FreeHaircut: return qsTr("Haircut")
        case Care.Service.FreeClinic: return qsTr("Health check")
        case Care.Service.SupportLinkage: return qsTr("Finding support")
        case Care.Service.Meal: return qsTr("Meal")
        case Care.Service.Cleaning: return qsTr("Cleaning")
        case Care.Service.Bathing: return qsTr("Help with bathing")
        case Care.Service.UrgentHelp: return qsTr("Urgent help")
        case Care.Service.MedicalEscort: return qsTr("To the doctor")
        case Care.Service.Mobility: return qsTr("Getting about")
        case Care.Service.PolicyBriefing: return qsTr("Explaining policy")
        default: return qsTr("Service")
        }
    }

    function services(kinds: list<int>): string {
        const words = []
        for (let at = 0; at < kinds.length; ++at)
            words.push(service(kinds[at]))
        return Words.joined(words, " · ")
    }

    function serviceSign(kind: int): string {
        switch (kind) {
        case Care.Service.Companionship: return Icons.message
        case Care.Service.Errand: return Icons.walk
        case Care.Service.FreeHaircut: return Icons.scissors
        case Care.Service.FreeClinic: return Icons.stethoscope
        case Care.Service.SupportLinkage: return Icons.handshake
        case Care.Service.Meal: return Icons.meal
        case Care.Service.Cleaning: return Icons.brush
        case Care.Service.Bathing: return Icons.bath
        case Care.Service.UrgentHelp: return Icons.bell
        case Care.Service.MedicalEscort: return Icons.ambulance
        case Care.Service.Mobility: return Icons.accessible
        case Care.Service.PolicyBriefing: return Icons.megaphone
        default: return Icons.heart
        }
    }
}
