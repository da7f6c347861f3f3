pragma Singleton
import QtQuick
import Doorstep.Models

// The words of the search for somebody who does not answer.
QtObject {
    // What is to be done.
    function step(value: int): string {
        switch (value) {
        case Care.LadderStep.SecondTry: return qsTr("try the door again")
        case Care.LadderStep.Phone: return qsTr("ring the elder")
        case Care.LadderStep.Neighbour: return qsTr("ask a neighbour")
        case Care.LadderStep.EmergencyContact: return qsTr("ring the family or friends on file")
        case Care.LadderStep.Hospital: return qsTr("ask the hospital")
        case Care.LadderStep.Supervisor: return qsTr("tell the supervisor")
        case Care.LadderStep.Community: return qsTr("tell the community office")
        case Care.LadderStep.Police: return qsTr("call the police, if you think so")
        default: return qsTr("nothing more")
        }
    }

    // As a heading.
    function title(value: int): string {
        switch (value) {
        case Care.LadderStep.SecondTry: return qsTr("The door again")
        case Care.LadderStep.Phone: return qsTr("The elder's telephone")
        case Care.LadderStep.Neighbour: return qsTr("Neighbours")
        case Care.LadderStep.EmergencyContact: return qsTr("Family and friends on file")
        case Care.LadderStep.Hospital: return qsTr("Hospital")
        case Care.LadderStep.Supervisor: return qsTr("Supervisor")
        case Care.LadderStep.Community: return qsTr("Community office")
        default: return qsTr("Police")
        }
    }

    // A time of today, a day, or the end of one.
    function when(due: moment, today: moment): string {
        if (due.hasTime)
            return DateWords.recent(due, today)
        return due.month === today.month && due.day === today.day ? qsTr("the end of today")
                                                                  : qsTr("the end of %1").arg(DateWords.day(due))
    }

    // "try the door again by 11:40"
    function byWhen(value: int, due: moment, today: moment): string {
        return due.known ? qsTr("%1 by %2", "a step, a time or day").arg(step(value)).arg(when(due, today)) : step(value)
    }

    // As byWhen, where nothing may wait any longer.
    function atOnce(value: int): string {
        return qsTr("%1 now", "a step").arg(step(value))
    }

    function left(minutes: int): string {
        return minutes < 0 ? qsTr("%1 late").arg(DateWords.span(-minutes)) : qsTr("%1 left").arg(DateWords.span(minutes))
    }

    function sign(value: int): string {
        switch (value) {
        case Care.LadderStep.SecondTry: return Icons.door
        case Care.LadderStep.Phone: return Icons.phone
        case Care.LadderStep.Neighbour: return Icons.house
        case Care.LadderStep.EmergencyContact: return Icons.people
        case Care.LadderStep.Hospital: return Icons.hospital
        case Care.LadderStep.Supervisor: return Icons.user
        case Care.LadderStep.Community: return Icons.landmark
        default: return Icons.siren
        }
    }

    function result(value: int): string {
        switch (value) {
        case Care.LadderResult.NotReached: return qsTr("Nobody reached")
        case Care.LadderResult.NoNews: return qsTr("Reached, but they do not know")
        case Care.LadderResult.Told: return qsTr("They know and do something")
        case Care.LadderResult.AccountedFor: return qsTr("We know where the elder is")
        default: return ""
        }
    }

    function accountedBy(value: int): string {
        switch (value) {
        case Care.AccountedBy.Seen: return qsTr("I saw them myself")
        case Care.AccountedBy.Spoke: return qsTr("I spoke to them")
        case Care.AccountedBy.Family: return qsTr("the family says so")
        case Care.AccountedBy.Neighbour: return qsTr("a neighbour saw them today")
        case Care.AccountedBy.Hospital: return qsTr("the hospital says so")
        case Care.AccountedBy.Institution: return qsTr("the care home says so")
        case Care.AccountedBy.Community: return qsTr("the community office says so")
        case Care.AccountedBy.Police: return qsTr("the police say so")
        default: return ""
        }
    }

    function warning(value: int): string {
        switch (value) {
        case Care.WarningSign.Cry: return qsTr("A cry or groan")
        case Care.WarningSign.Smell: return qsTr("A smell")
        case Care.WarningSign.RunningWater: return qsTr("Running water")
        case Care.WarningSign.PiledUpPost: return qsTr("Piled-up post")
        case Care.WarningSign.IllLastTime: return qsTr("Ill last time")
        default: return ""
        }
    }
}
