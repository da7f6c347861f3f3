pragma Singleton
import QtQuick
import Doorstep.Models

// What a card of open work asks for; the page answers with a sheet.
QtObject {
    signal followWanted(string flagId, string about, int level, int state, var steps, bool ownUrgent)
    signal decisionWanted(string visitId, string elderId, string elderName, int proposal, moment reportedOn)
    signal hoursWanted(string entryId, string elderName, int kind, int minutes, var steps)
    signal assignWanted(string householdId, string elderName)
}
