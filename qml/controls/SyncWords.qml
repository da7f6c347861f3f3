pragma Singleton
import QtQuick
import Doorstep.Models

// The one truthful line about the data, and its parts.
QtObject {
    function strip(truth: int, visits: int, changes: int, quarantined: int, lastSync: moment, today: bool,
                   done: int, total: int, pictures: int): string {
        const at = today ? DateWords.time(lastSync) : DateWords.dayAndTime(lastSync)
        switch (truth) {
        case App.Truth.AllUploaded: return qsTr("All uploaded %1").arg(at)
        case App.Truth.Waiting: return visits + changes > 0 ? waiting(visits, changes) : PictureWords.waiting(pictures)
        case App.Truth.Exchanging: return total > 0 ? qsTr("Uploading and downloading, %1 of %2").arg(done).arg(total)
                                                    : qsTr("Uploading and downloading")
        case App.Truth.NeedsYou: return quarantined > 0 ? qsTr("%n thing(s) need you", "", quarantined)
                                                        : qsTr("The upload needs you")
        default: return qsTr("Not uploaded or downloaded yet")
        }
    }

    function waiting(visits: int, changes: int): string {
        return visits > 0 ? qsTr("%n visit(s) kept on this device, uploaded when there is a network", "", visits)
                          : qsTr("%n thing(s) kept on this device, uploaded when there is a network", "", changes)
    }

    function lastSync(at: moment, today: bool): string {
        if (!at.known)
            return qsTr("Never yet")
        return today ? qsTr("Today %1").arg(DateWords.time(at)) : DateWords.dayAndTime(at)
    }

    function tone(truth: int): int {
        switch (truth) {
        case App.Truth.AllUploaded: return Tone.Green
        case App.Truth.Waiting: return Tone.Yellow
        case App.Truth.NeedsYou: return Tone.Orange
        default: return Tone.Neutral
        }
    }

    function sign(truth: int): string {
        switch (truth) {
        case App.Truth.AllUploaded: return Icons.circleCheck
        case App.Truth.Waiting: return Icons.cloudUpload
        case App.Truth.NeedsYou: return Icons.triangle
        default: return Icons.sync
        }
    }

    // RecordKind in a person's words.
    function recordKind(kind: int): string {
        switch (kind) {
        case 6: return qsTr("Elder's file")
        case 8: return qsTr("Contact person")
        case 10: return qsTr("Visit")
        case 11:
        case 12: return qsTr("Service hours")
        case 13:
        case 20: return qsTr("Risk")
        case 14:
        case 21: return qsTr("Word on a risk")
        case 18: return qsTr("Which one is right")
        case 28: return qsTr("One person or two")
        case 22:
        case 23: return qsTr("Search after nobody answered")
        case 27: return qsTr("Picture")
        default: return qsTr("Change")
        }
    }
}
