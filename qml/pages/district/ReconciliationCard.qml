pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What was sent beside what was taken: a sentence, and the same as a table.
Card {
    id: card

    readonly property eveningSums sums: EndOfDayModel.sums
    readonly property int tone: !sums.reconciles ? Tone.Orange : sums.devicesSilent > 0 ? Tone.Yellow : Tone.Green
    readonly property bool narrow: width < 520 * Theme.textScale

    padding: Theme.space5

    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Badge {
            Layout.maximumWidth: card.width - 2 * card.padding
            text: !card.sums.reconciles ? qsTr("Does not reconcile yet")
                : card.sums.devicesSilent > 0 ? qsTr("Reconciles; %n device(s) not heard from", "", Math.max(0, card.sums.devicesSilent))
                                              : qsTr("Reconciles")
            sign: !card.sums.reconciles ? Icons.triangle : card.sums.devicesSilent > 0 ? Icons.cloudOff : Icons.circleCheck
            tone: card.tone
        }
        Heading {
            Layout.fillWidth: true
            text: card.sums.quarantined > 0
                  ? qsTr("%L1 received = %L2 taken + %L3 put aside").arg(card.sums.received).arg(card.sums.applied).arg(card.sums.quarantined)
                  : qsTr("%L1 received = %L2 taken").arg(card.sums.received).arg(card.sums.applied)
            font.pixelSize: card.narrow ? Theme.title : Theme.heading
        }
        AppText {
            Layout.fillWidth: true
            text: card.why(card.sums.devicesHolding, EndOfDayModel.parked.count, card.sums.devicesSilent)
        }
        Rule {
            Layout.fillWidth: true
        }
        SumsRow {
            Layout.fillWidth: true
            head: true
            name: ""
            received: qsTr("Received")
            taken: qsTr("Taken")
            aside: qsTr("Put aside")
            narrow: card.narrow
        }
        SumsRow {
            Layout.fillWidth: true
            name: qsTr("All changes")
            received: qsTr("%L1").arg(card.sums.received)
            taken: qsTr("%L1").arg(card.sums.applied)
            aside: qsTr("%L1").arg(card.sums.quarantined)
            same: card.sums.received === card.sums.applied + card.sums.quarantined
            narrow: card.narrow
        }
        SumsRow {
            Layout.fillWidth: true
            name: qsTr("Of these, visits")
            received: qsTr("%L1").arg(card.sums.visitsReceived)
            taken: qsTr("%L1").arg(card.sums.visitsStanding)
            aside: qsTr("%L1").arg(card.sums.visitsQuarantined)
            same: card.sums.visitsReceived === card.sums.visitsStanding + card.sums.visitsQuarantined
            narrow: card.narrow
        }
    }

    function why(holding: int, parked: int, silent: int): string {
        return Words.joined([holding > 0 ? qsTr("%n device(s) still hold something.", "", holding) : "",
                             parked > 0 ? qsTr("%n change(s) wait for somebody.", "", parked) : "",
                             silent > 0 ? qsTr("%n device(s) were not heard from that day.", "", silent) : "",
                             holding === 0 && parked === 0 ? qsTr("Nothing waits on any device that was heard from.") : ""], " ")
    }
}
