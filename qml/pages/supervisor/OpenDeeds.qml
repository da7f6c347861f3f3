pragma Singleton
import QtQuick
import Doorstep.Models

// What a card of open work asks for; the page answers with a sheet.
QtObject {
    signal followWanted(string flagId, string about, int level, int state, var steps, bool ownUrgent)
    signal decisionWanted(string visitId, string elderId, string elderName, int proposal, moment reportedOn)
    signal hoursWanted(string entryId, string elderName, int kind, int minutes, var steps)
    signal conflictWanted(string conflictId, string elderName, string field, givenValue chosen, givenValue other, int rule, bool changedSince)
    signal personsWanted(string pairId, personEntry older, personEntry newer, int reason, bool merged, bool mergeable)
    signal assignWanted(string householdId, string elderName)
}
