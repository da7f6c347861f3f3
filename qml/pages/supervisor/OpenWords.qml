pragma Singleton
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The words on a card of open work, by its section.
QtObject {
    function what(section: int, what: int, minutes: int): string {
        switch (section) {
        case App.OpenSection.Ladders: return qsTr("nobody answered")
        case App.OpenSection.Risks: return RiskWords.kind(what)
        case App.OpenSection.Proposals: return CareWords.proposal(what)
        case App.OpenSection.Hours: return VisitWords.service(what) + " " + DateWords.minutes(minutes)
        case App.OpenSection.Conflicts: return what === 6 ? "" : SyncWords.recordKind(what)
        case App.OpenSection.Quarantined: return SyncWords.recordKind(what)
        default: return ""
        }
    }

    // What was said about it.
    function told(section: int, what: int, note: string, steps: list<int>, problem: int, field: string, withdrawn: bool): string {
        switch (section) {
        case App.OpenSection.Ladders: {
            if (withdrawn)
                return qsTr("The visit that began this search was taken back. Please ask who recorded it, and write down who knows that the elder is well: that ends it.")
            const tried = []
            for (let at = 0; at < steps.length; ++at)
                tried.push(LadderWords.title(steps[at]))
            return tried.length === 0 ? "" : qsTr("Tried: %1").arg(Words.line(tried))
        }
        case App.OpenSection.Quarantined:
            return OfficeWords.parked(problem) + " " + qsTr("It is kept and counts nowhere until it is put right.")
        default: return note
        }
    }

    function background(section: int, at: moment, who: string, source: int, daysLeft: int, attempt: int): string {
        switch (section) {
        case App.OpenSection.Unassigned:
            return Words.line([at.known ? qsTr("last on %1").arg(DateWords.day(at)) : qsTr("never visited"),
                               daysLeft < 0 ? CareWords.due(daysLeft) : ""])
        case App.OpenSection.Missed:
            return Words.line([who, daysLeft < 0 ? CareWords.due(daysLeft) : "",
                               at.known ? qsTr("last on %1").arg(DateWords.day(at)) : qsTr("never visited")])
        case App.OpenSection.Hours: return Words.line([who, DateWords.dayAndTime(at), OfficeWords.hoursSource(source)])
        case App.OpenSection.Proposals: return qsTr("reported on %1 by %2").arg(DateWords.day(at)).arg(who)
        case App.OpenSection.Ladders: return Words.line([qsTr("since %1").arg(DateWords.dayAndTime(at)), who])
        default: return Words.line([DateWords.dayAndTime(at), who])
        }
    }

    function tone(section: int, level: int, pressing: bool): int {
        if (section === App.OpenSection.Ladders)
            return pressing ? Tone.Red : Tone.Orange
        return section === App.OpenSection.Risks ? RiskWords.tone(level) : Tone.Neutral
    }
}
