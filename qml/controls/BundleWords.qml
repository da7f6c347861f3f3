pragma Singleton
import QtQuick
import Doorstep.Models

// Sealed files that travel on a stick: what became of one, or in three parts why it was refused.
QtObject {
    function happened(trouble: int): string {
        switch (trouble) {
        case App.BundleTrouble.NotABundle: return qsTr("This is not a file of Doorstep's.")
        case App.BundleTrouble.NewerFormat: return qsTr("A newer version of Doorstep wrote this file.")
        case App.BundleTrouble.Truncated: return qsTr("The file is not complete: its end is missing.")
        case App.BundleTrouble.Changed: return qsTr("The file was changed after it was written, or is not complete.")
        case App.BundleTrouble.TooLarge: return qsTr("The file is too large.")
        case App.BundleTrouble.WrongKind: return qsTr("This file is of the other kind: receipts instead of records, or the reverse.")
        case App.BundleTrouble.OtherService: return qsTr("The file belongs to another service.")
        case App.BundleTrouble.OtherDistrict: return qsTr("The tablet belongs to another district.")
        case App.BundleTrouble.UnknownDevice: return qsTr("The service does not know the tablet that wrote it.")
        case App.BundleTrouble.OtherReplica: return qsTr("The file is for another person's store, or for an earlier one.")
        case App.BundleTrouble.Gap: return qsTr("Earlier records of the same tablet are missing.")
        case App.BundleTrouble.Forked: return qsTr("The service holds other records of this tablet in their place.")
        default: return qsTr("The service is busy with other files.")
        }
    }

    function safe(): string {
        return qsTr("Nothing of it was taken, and nothing is lost: what it carries still waits on its tablet.")
    }

    function advice(trouble: int): string {
        switch (trouble) {
        case App.BundleTrouble.NotABundle:
        case App.BundleTrouble.WrongKind: return qsTr("Records are in files that end in .bundle, receipts in files that end in .receipts.")
        case App.BundleTrouble.NewerFormat: return qsTr("Please have Doorstep updated here first.")
        case App.BundleTrouble.Truncated:
        case App.BundleTrouble.Changed: return qsTr("Please write it again on the tablet and bring that one.")
        case App.BundleTrouble.OtherService:
        case App.BundleTrouble.OtherDistrict: return qsTr("Please bring it to where the tablet was enrolled.")
        case App.BundleTrouble.OtherReplica: return qsTr("Please choose the receipts for the person who is here.")
        case App.BundleTrouble.Busy: return qsTr("Please try again in a moment; sending twice does no harm.")
        default: return qsTr("Please let the tablet upload once where there is a network.")
        }
    }

    function outcome(taken: int, putAside: int, knownBefore: int): string {
        return Words.line([taken > 0 ? qsTr("%n taken", "", taken) : "",
                           putAside > 0 ? qsTr("%n put aside", "", putAside) : "",
                           knownBefore > 0 ? qsTr("%n known before", "", knownBefore) : ""])
    }
}
