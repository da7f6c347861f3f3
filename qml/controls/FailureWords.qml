pragma Singleton
import QtQuick
import Doorstep.Models

// Each failure in three parts: what happened, what is safe, what to do.
QtObject {
    function happened(failure: int): string {
        switch (failure) {
        case App.Failure.NoNetwork: return qsTr("The service cannot be reached.")
        case App.Failure.Slow: return qsTr("The service did not answer in time.")
        case App.Failure.Refused: return qsTr("The service does not accept this device any more.")
        case App.Failure.NotKnown: return qsTr("The service does not know this device.")
        case App.Failure.Revoked: return qsTr("This device was withdrawn.")
        case App.Failure.AppTooOld: return qsTr("This version of Doorstep is too old for the service.")
        case App.Failure.ServiceFault: return qsTr("The service answered with a fault of its own.")
        case App.Failure.DiskFull: return qsTr("There is no room left on this device.")
        case App.Failure.ServiceFull: return qsTr("The service has no room left for pictures.")
        case App.Failure.Damaged: return qsTr("The data file on this device is damaged.")
        case App.Failure.NotPermitted: return qsTr("This is not within your area or your role.")
        case App.Failure.NotFound: return qsTr("This is not on this device.")
        case App.Failure.WrongPin: return qsTr("That PIN is not right.")
        case App.Failure.TooManyTries: return qsTr("There were too many wrong PINs.")
        case App.Failure.WrongRecovery: return qsTr("That recovery key is not right.")
        case App.Failure.CodeRejected: return qsTr("The service does not know this code.")
        case App.Failure.CodeExpired: return qsTr("This code is out of date.")
        case App.Failure.CodeUsed: return qsTr("This code has already been used.")
        case App.Failure.CodeMalformed: return qsTr("That is not a whole code. It has sixteen letters and digits.")
        case App.Failure.KeyStoreLost: return qsTr("This device has lost the key that goes with your PIN.")
        default: return qsTr("Something unexpected went wrong.")
        }
    }

    function safe(failure: int): string {
        switch (failure) {
        case App.Failure.CodeRejected:
        case App.Failure.CodeExpired:
        case App.Failure.CodeUsed:
        case App.Failure.CodeMalformed: return qsTr("Nothing was changed on this device.")
        case App.Failure.Damaged: return qsTr("The file was set aside untouched; nothing was deleted. Whatever was uploaded is at the service.")
        case App.Failure.DiskFull: return qsTr("Everything saved so far is safe. What you just entered is still on the page.")
        case App.Failure.NotKnown: return qsTr("What you recorded was handed in and put aside for a person to look at; it is still on this device, too.")
        case App.Failure.Revoked: return qsTr("What you recorded was handed in and put aside for a person to look at. Nothing of it can be read on this device any more.")
        case App.Failure.ServiceFull: return qsTr("Your pictures are kept on this device; visits are uploaded all the same.")
        case App.Failure.WrongPin:
        case App.Failure.TooManyTries:
        case App.Failure.WrongRecovery:
        case App.Failure.KeyStoreLost: return qsTr("Your visits are safe on this device, locked.")
        case App.Failure.NotPermitted:
        case App.Failure.NotFound: return qsTr("Nothing was changed.")
        default: return qsTr("Everything you recorded is safe on this device.")
        }
    }

    function advice(failure: int): string {
        switch (failure) {
        case App.Failure.NoNetwork: return qsTr("You can go on working. Please try again when there is a network.")
        case App.Failure.Slow: return qsTr("You can go on working. Please try again in a few minutes.")
        case App.Failure.Refused: return qsTr("Please tell your supervisor; this device must be enrolled again.")
        case App.Failure.NotKnown: return qsTr("Please ask your supervisor for a new code and enrol this device again.")
        case App.Failure.Revoked: return qsTr("To go on working here, please ask your supervisor for a new code.")
        case App.Failure.AppTooOld: return qsTr("Please have Doorstep updated; until then you can go on recording.")
        case App.Failure.ServiceFault: return qsTr("Doorstep tries again by itself. If it goes on, please tell the operator.")
        case App.Failure.ServiceFull: return qsTr("Please tell the district's desk that the service needs room; the pictures follow by themselves.")
        case App.Failure.DiskFull: return qsTr("Please remove photos or other files you do not need, then save again.")
        case App.Failure.Damaged: return qsTr("Please tell your supervisor and enrol this device again with a new code.")
        case App.Failure.NotPermitted: return qsTr("If you need it, please ask your supervisor.")
        case App.Failure.NotFound: return qsTr("Please upload and download once, then look again.")
        case App.Failure.WrongPin: return qsTr("Please try again. If you have forgotten it, use the recovery key.")
        case App.Failure.TooManyTries: return qsTr("Please wait a little before the next try, or use the recovery key.")
        case App.Failure.WrongRecovery: return qsTr("Please compare it with your note, letter by letter, and try again.")
        case App.Failure.CodeRejected: return qsTr("Please compare it with the slip you were given, or ask your supervisor for a new code.")
        case App.Failure.CodeExpired:
        case App.Failure.CodeUsed: return qsTr("Please ask your supervisor for a new code.")
        case App.Failure.CodeMalformed: return qsTr("Please compare it with the slip you were given.")
        case App.Failure.KeyStoreLost: return qsTr("Please open with the recovery key and choose a PIN again.")
        default: return qsTr("Please try again. If it happens again, tell your supervisor what you were doing.")
        }
    }

    // What is wrong with a field of a visit, and what to do; nothing of it is lost.
    function problem(code: int, field: string): string {
        if (field.startsWith("visit.contacts") && code === Care.Problem.Missing)
            return qsTr("Please say first whether you met the elder.")
        switch (code) {
        case Care.Problem.EndsBeforeStart: return qsTr("The visit would end before it began; the device's clock may have been changed.")
        case Care.Problem.LastsTooLong: return qsTr("The visit would be longer than a day; perhaps it was left open.")
        case Care.Problem.DateImplausible: return qsTr("The date cannot be right; the device's clock is wrong.")
        case Care.Problem.TooLong: return qsTr("The note is too long.")
        case Care.Problem.Missing: return qsTr("Something is still missing here.")
        case Care.Problem.ProxyNotAllowed: return qsTr("Somebody vouching counts only while a confirmed absence lasts.")
        case Care.Problem.OutcomeModeMismatch: return qsTr("How the elder was met does not fit together.")
        case Care.Problem.OwnFlag: return qsTr("Who reported a red or orange risk cannot close it.")
        case Care.Problem.NotPermitted: return qsTr("Your role does not allow this.")
        case Care.Problem.OutOfScope: return qsTr("This door is not assigned to you.")
        case Care.Problem.TooLate: return qsTr("It is too long ago to be entered without a supervisor.")
        case Care.Problem.SourceMissing: return qsTr("Please say how we know where the elder is.")
        case Care.Problem.LadderEnded: return qsTr("The search has already ended.")
        case Care.Problem.WaitsForParent: return qsTr("What it belongs to was put aside; it waits with it.")
        case Care.Problem.TimeUncertain: return qsTr("This tablet's clock cannot be trusted; a person confirms the date.")
        case Care.Problem.DeviceRevoked: return qsTr("Handed in by a revoked tablet; a person looks at it first.")
        case Care.Problem.AlreadySettled: return qsTr("Somebody has decided this before.")
        case Care.Problem.ChangedSince: return qsTr("It has changed since.")
        case Care.Problem.UnknownReference: return qsTr("It names something the service does not know.")
        default: return qsTr("The service could not take this as it is.")
        }
    }
}
