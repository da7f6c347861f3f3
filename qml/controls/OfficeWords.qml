pragma Singleton
import QtQuick
import Doorstep.Models

// The words of the desk: what is open, hours, targets, files.
QtObject {
    function section(value: int): string {
        switch (value) {
        case App.OpenSection.Ladders: return qsTr("Searches")
        case App.OpenSection.Risks: return qsTr("Risks")
        case App.OpenSection.Proposals: return qsTr("To confirm")
        case App.OpenSection.Unassigned: return qsTr("Nobody assigned")
        case App.OpenSection.Missed: return qsTr("Missed")
        case App.OpenSection.Hours: return qsTr("Hours")
        case App.OpenSection.Conflicts: return qsTr("Filled in differently")
        case App.OpenSection.Duplicates: return qsTr("Perhaps one person")
        default: return qsTr("Put aside")
        }
    }

    function sectionSign(value: int): string {
        switch (value) {
        case App.OpenSection.Ladders: return Icons.search
        case App.OpenSection.Risks: return Icons.flag
        case App.OpenSection.Proposals: return Icons.check
        case App.OpenSection.Unassigned: return Icons.userPlus
        case App.OpenSection.Missed: return Icons.alarm
        case App.OpenSection.Hours: return Icons.clock
        case App.OpenSection.Conflicts: return Icons.pencil
        case App.OpenSection.Duplicates: return Icons.people
        default: return Icons.triangle
        }
    }

    function entryState(value: int): string {
        switch (value) {
        case Care.EntryState.Submitted: return qsTr("handed in")
        case Care.EntryState.Confirmed: return qsTr("confirmed")
        case Care.EntryState.Disputed: return qsTr("in doubt")
        case Care.EntryState.Corrected: return qsTr("corrected")
        case Care.EntryState.Voided: return qsTr("struck out")
        default: return qsTr("begun")
        }
    }

    function entryStep(value: int): string {
        switch (value) {
        case Care.EntryState.Confirmed: return qsTr("Confirm")
        case Care.EntryState.Disputed: return qsTr("Doubt")
        case Care.EntryState.Corrected: return qsTr("Correct")
        default: return qsTr("Strike out")
        }
    }

    function hoursSource(value: int): string {
        switch (value) {
        case Care.HoursSource.Measured: return qsTr("measured")
        case Care.HoursSource.Imputed: return qsTr("estimated, never certified")
        default: return qsTr("entered by hand")
        }
    }

    // What somebody does about a flag.
    function riskStep(value: int): string {
        switch (value) {
        case Care.RiskState.Acknowledged: return qsTr("Acknowledge")
        case Care.RiskState.InAction: return qsTr("Act on it")
        case Care.RiskState.Referred: return qsTr("Pass on")
        case Care.RiskState.Resolved: return qsTr("Settled")
        case Care.RiskState.Rechecked: return qsTr("Checked again")
        case Care.RiskState.Closed: return qsTr("Close")
        case Care.RiskState.Reopened: return qsTr("Open again")
        default: return qsTr("Not a risk")
        }
    }

    // What the note of that step should say.
    function riskNote(value: int): string {
        switch (value) {
        case Care.RiskState.Acknowledged: return qsTr("What happens next, if you like")
        case Care.RiskState.InAction: return qsTr("What is being done")
        case Care.RiskState.Referred: return qsTr("To whom, and who took it there")
        case Care.RiskState.Resolved: return qsTr("What settled it")
        case Care.RiskState.Rechecked: return qsTr("What the second look showed")
        default: return qsTr("Why")
        }
    }

    function indicator(value: int): string {
        switch (value) {
        case 1: return qsTr("Meal points, checked on site")
        case 2: return qsTr("Person-times of visits")
        default: return qsTr("Hours of service")
        }
    }

    function fileKind(value: int): string {
        switch (value) {
        case App.FileKind.Areas: return qsTr("Areas")
        case App.FileKind.Workers: return qsTr("Workers")
        case App.FileKind.Roster: return qsTr("Elders")
        case App.FileKind.Assignments: return qsTr("Assignments")
        case App.FileKind.Duty: return qsTr("Duty numbers")
        case App.FileKind.Facilities: return qsTr("Facilities")
        case App.FileKind.Targets: return qsTr("Targets")
        case App.FileKind.Programmes: return qsTr("Programmes")
        case App.FileKind.PaperVisits: return qsTr("Visits from paper")
        default: return ""
        }
    }

    function fileTrouble(value: int, detail: string): string {
        switch (value) {
        case App.FileTrouble.TooLarge: return qsTr("The file is too large.")
        case App.FileTrouble.Empty: return qsTr("There is nothing in this file.")
        case App.FileTrouble.NotText: return qsTr("The file is neither UTF-8 nor GB18030 text.")
        case App.FileTrouble.OpenQuote: return qsTr("A quotation mark that begins in line %1 never ends.").arg(detail)
        case App.FileTrouble.RowTooLong: return qsTr("Line %1 is too long to be a row.").arg(detail)
        case App.FileTrouble.UnknownColumns: return qsTr("The first line does not show what kind of rows these are.")
        case App.FileTrouble.ColumnMissing: return detail === "" ? qsTr("A column is missing.") : qsTr("The column %1 is missing.").arg(detail)
        case App.FileTrouble.ColumnTwice: return qsTr("The column %1 stands there twice.").arg(detail)
        default: return qsTr("The file cannot be read.")
        }
    }

    function fileAdvice(value: int): string {
        switch (value) {
        case App.FileTrouble.NotText: return qsTr("Please save it again as CSV from the spreadsheet, then choose it once more.")
        case App.FileTrouble.OpenQuote:
        case App.FileTrouble.RowTooLong: return qsTr("Please look at that line in the spreadsheet, save it again and choose it once more.")
        case App.FileTrouble.UnknownColumns:
        case App.FileTrouble.ColumnMissing:
        case App.FileTrouble.ColumnTwice: return qsTr("Please compare its first line with the columns in the guide, then choose it once more.")
        default: return qsTr("Please choose another file.")
        }
    }

    // What is wrong with a row; nothing of it was taken.
    function rowProblem(code: int, detail: string): string {
        switch (code) {
        case Care.Problem.Missing: return qsTr("is empty")
        case Care.Problem.Malformed: return qsTr("cannot be read")
        case Care.Problem.TooLong: return qsTr("is longer than %1 characters").arg(detail)
        case Care.Problem.OutOfRange: return qsTr("is outside what is allowed")
        case Care.Problem.EndsBeforeStart: return qsTr("ends before it begins")
        case Care.Problem.DateImplausible: return qsTr("is a day that cannot be right")
        case Care.Problem.OutcomeModeMismatch: return qsTr("does not go with how the elder was met")
        case Care.Problem.UnknownReference: return qsTr("names something that is not there yet")
        case Care.Problem.UnknownArea: return qsTr("is an area that is not there yet")
        case Care.Problem.Orphan: return qsTr("belongs to something that is neither in the file nor known")
        case Care.Problem.Circle: return qsTr("leads back to itself")
        case Care.Problem.Duplicate: return detail === "" ? qsTr("stands there twice") : qsTr("stands in line %1 already").arg(detail)
        case Care.Problem.DuplicateIdentity: return qsTr("is the ID number of another elder")
        case Care.Problem.Checksum: return qsTr("is an ID number with a wrong last digit")
        case Care.Problem.NotPermitted:
        case Care.Problem.OutOfScope: return qsTr("is not within your district")
        case Care.Problem.TooLate: return qsTr("is too long ago without a reason")
        default: return qsTr("was not taken")
        }
    }

    // Why a change was put aside, for whoever looks after the district.
    function parked(code: int): string {
        switch (code) {
        case Care.Problem.OutOfScope: return qsTr("The door was not assigned to this person at that time.")
        case Care.Problem.NotPermitted: return qsTr("This person's role does not allow it.")
        case Care.Problem.UnknownReference: return qsTr("It names something the service does not know.")
        case Care.Problem.ChainBroken: return qsTr("It does not follow what this device sent before.")
        case Care.Problem.TooLate: return qsTr("It was entered too late without a supervisor's reason.")
        case Care.Problem.DateImplausible: return qsTr("Its date cannot be right; perhaps the device's clock was wrong.")
        case Care.Problem.EndsBeforeStart: return qsTr("It would end before it began.")
        case Care.Problem.LastsTooLong: return qsTr("It would be longer than a day.")
        case Care.Problem.ProxyNotAllowed: return qsTr("Somebody vouched without a confirmed absence.")
        case Care.Problem.OwnFlag: return qsTr("Who reported a red or orange risk cannot close it.")
        case Care.Problem.TransitionNotAllowed: return qsTr("This step does not follow where the matter stands.")
        case Care.Problem.Missing: return qsTr("Something is missing in it.")
        case Care.Problem.WaitsForParent: return qsTr("What it belongs to was put aside; it is taken in together with it.")
        case Care.Problem.TimeUncertain: return qsTr("The tablet's clock cannot be trusted: somebody has to confirm the date.")
        case Care.Problem.DeviceRevoked: return qsTr("A tablet that is locked out, or not known, handed it in.")
        case Care.Problem.AlreadySettled: return qsTr("It corrects something that was decided before.")
        default: return qsTr("The service could not take it as it is.")
        }
    }

    function column(field: string): string {
        switch (field) {
        case "code": return qsTr("Code")
        case "parent_code": return qsTr("Code of the area above")
        case "kind": return qsTr("Kind")
        case "name": return qsTr("Name")
        case "staff_number": return qsTr("Staff number")
        case "roles": return qsTr("Roles")
        case "area_codes":
        case "area_code": return qsTr("Area code")
        case "file_number": return qsTr("File number")
        case "household_number": return qsTr("Household number")
        case "id_number": return qsTr("ID number")
        case "birth_year": return qsTr("Year of birth")
        case "kinds": return qsTr("Kinds")
        case "tier": return qsTr("Tier")
        case "care_from_on": return qsTr("In care from")
        case "from_on": return qsTr("From")
        case "until_on": return qsTr("Until")
        case "phone": return qsTr("Telephone")
        case "on": return qsTr("Day")
        case "minutes": return qsTr("Minutes")
        case "outcome": return qsTr("Outcome")
        case "mode": return qsTr("How met")
        case "value": return qsTr("Target")
        default: return field
        }
    }

    function paperTrouble(value: int): string {
        switch (value) {
        case App.PaperTrouble.NoWorker: return qsTr("Please choose first who visited.")
        case App.PaperTrouble.NoDay: return qsTr("Please give the day of the visit, today or earlier.")
        case App.PaperTrouble.ReasonMissing: return qsTr("Please say why it is entered so late.")
        case App.PaperTrouble.UnknownNumber: return qsTr("This number is not on the list.")
        case App.PaperTrouble.UnknownOutcome: return qsTr("The outcome is a number from 1 to 6.")
        case App.PaperTrouble.MinutesMissing: return qsTr("Please give the minutes.")
        case App.PaperTrouble.Twice: return qsTr("This door has a visit on this day already. Press Enter once more if there were two.")
        default: return ""
        }
    }
}
