pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One set of switches, as it holds or held.
Card {
    id: card

    required property moment from
    required property moment until
    required property bool current
    required property bool future
    required property list<int> kinds
    required property int sameContactMinutes
    required property int awayExpiresDays
    required property int shortInstitutionDays
    required property int firstVisitDays
    required property bool countRemoteMonitoring
    required property int freezeDay
    required property bool freezeWaits
    required property int backdateDays
    required property int ladderSupervisorMinutes
    required property int ladderCommunityMinutes
    required property int ladderSecondTryDays

    readonly property var lines: [
        qsTr("Two contacts closer than %n minute(s) are one person-time", "", sameContactMinutes),
        qsTr("A confirmed absence holds for %n day(s)", "", awayExpiresDays),
        qsTr("A stay in a care home under %n day(s) counts as hospital", "", shortInstitutionDays),
        qsTr("First visit within %n day(s) after care begins", "", firstVisitDays),
        countRemoteMonitoring ? qsTr("A device's sign of life counts as a contact") : qsTr("A device's sign of life does not count as a contact"),
        freezeWaits ? qsTr("Figures are final on day %1 of the next month; on a day off, at the end of the next working day").arg(freezeDay)
                    : qsTr("Figures are final on day %1 of the next month").arg(freezeDay),
        qsTr("A visitor may enter a visit up to %n day(s) later", "", backdateDays),
        qsTr("Nobody answers, tier A: supervisor within %1, community within %2").arg(DateWords.span(ladderSupervisorMinutes)).arg(DateWords.span(ladderCommunityMinutes)),
        qsTr("Nobody answers, tier C: second try within %n day(s)", "", ladderSecondTryDays)
    ]

    Column {
        width: parent.width
        spacing: Theme.space2

        TitleLine {
            width: parent.width
            text: card.until.known ? qsTr("%1 to %2").arg(DateWords.dayOfYear(card.from)).arg(DateWords.dayOfYear(card.until))
                                   : qsTr("from %1").arg(DateWords.dayOfYear(card.from))
            narrow: card.width < 400 * Theme.textScale

            Badge {
                text: card.future ? qsTr("To come") : card.current ? qsTr("Holds now") : qsTr("Past")
                sign: card.current ? Icons.check : card.future ? Icons.clock : Icons.lock
                tone: card.current ? Tone.Green : card.future ? Tone.Primary : Tone.Neutral
            }
        }
        AppText {
            width: parent.width
            text: qsTr("Counted: %1").arg(card.kindWords())
        }
        Repeater {
            model: card.lines

            AppText {
                required property string modelData
                width: parent?.width ?? 0
                text: modelData
                quiet: !card.current
                font.pixelSize: Theme.small
            }
        }
    }

    function kindWords(): string {
        const words = []
        for (let at = 0; at < kinds.length; ++at)
            words.push(CareWords.kind(kinds[at]))
        return Words.joined(words, " · ")
    }
}
