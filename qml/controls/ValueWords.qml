pragma Singleton
import QtQuick
import Doorstep.Models

// What two people filled in differently, in words: the place, the value, and why one of them stands.
QtObject {
    function place(field: string): string {
        switch (field) {
        case "phone": return qsTr("Telephone")
        case "name": return qsTr("Name")
        case "language": return qsTr("Language")
        case "hearing": return qsTr("Hearing")
        case "how_to_approach": return qsTr("How to approach")
        case "safety_note": return qsTr("For your own safety")
        case "door_note": return qsTr("At the door")
        case "statuses": return qsTr("Where the elder is")
        case "tiers": return qsTr("How often to visit")
        case "kinds": return qsTr("Kinds")
        case "residences": return qsTr("Where the elder lives")
        case "care_from_on": return qsTr("In care from")
        case "birth_year": return qsTr("Birth year")
        case "gender": return qsTr("Woman or man")
        case "merged_into": return qsTr("Two files of one person")
        case "colour_tier": return qsTr("Colour of the door")
        case "building":
        case "unit":
        case "dwelling":
        case "address": return qsTr("Address")
        case "relation": return qsTr("Who it is to the elder")
        case "emergency_contact": return qsTr("Rung in an emergency")
        case "family_supporter": return qsTr("Responsible in the family")
        case "note": return qsTr("Note")
        case "from_on":
        case "until_on": return qsTr("Who visits, and when")
        default: return qsTr("One entry")
        }
    }

    function value(given: givenValue): string {
        switch (given.shape) {
        case App.ValueShape.Text: return given.text
        case App.ValueShape.Status: return since(CareWords.status(given.codes[0]), given.since)
        case App.ValueShape.Tier: return since(Words.sentence(CareWords.cadence(given.codes[0])), given.since)
        case App.ValueShape.Kinds: return since(kinds(given.codes), given.since)
        case App.ValueShape.ColourTier: return colour(given.codes[0])
        case App.ValueShape.Gender: return Words.sentence(CareWords.gender(given.codes[0]))
        case App.ValueShape.Relation: return Words.sentence(CareWords.relation(given.codes[0]))
        case App.ValueShape.Day: return DateWords.dayOfYear(given.since)
        case App.ValueShape.YesNo: return given.codes[0] === 1 ? qsTr("Yes") : qsTr("No")
        case App.ValueShape.Other: return qsTr("(see the file)")
        default: return qsTr("(nothing)")
        }
    }

    // Who gave it, and when.
    function source(given: givenValue): string {
        return Words.line([given.by, given.at.known ? DateWords.dayAndTime(given.at) : ""])
    }

    function rule(value: int): string {
        switch (value) {
        case App.MergeRule.RiskNeverLower: return qsTr("The more urgent one stands until somebody decides.")
        case App.MergeRule.DeceasedStays: return qsTr("A death that was reported stands until somebody decides.")
        case App.MergeRule.WithdrawalStays: return qsTr("What was taken back stays taken back until somebody decides.")
        case App.MergeRule.Role: return qsTr("The one of the higher role stands until somebody decides.")
        default: return qsTr("The one that arrived last stands until somebody decides.")
        }
    }

    function duplicate(reason: int): string {
        return reason === App.DuplicateReason.IdNumber ? qsTr("The same ID number stands in both files.")
                                                       : qsTr("The same name and birth year in one community.")
    }

    function since(words: string, day: moment): string {
        return day.known ? qsTr("%1, from %2", "what holds, day").arg(words).arg(DateWords.dayOfYear(day)) : words
    }

    function kinds(codes: list<int>): string {
        const words = []
        for (let at = 0; at < codes.length; ++at)
            words.push(CareWords.kind(codes[at]))
        return words.length === 0 ? qsTr("(nothing)") : Words.line(words)
    }

    function colour(code: int): string {
        switch (code) {
        case Care.ColourTier.Red: return qsTr("Red")
        case Care.ColourTier.Yellow: return qsTr("Yellow")
        case Care.ColourTier.Green: return qsTr("Green")
        default: return qsTr("(nothing)")
        }
    }
}
