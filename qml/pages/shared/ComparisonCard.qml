pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What this device counts beside what the service counts for it, and what was put right.
Card {
    id: card

    readonly property bool known: ComparisonModel.at.known
    readonly property int repaired: ComparisonModel.taken + ComparisonModel.removed + ComparisonModel.sentAgain

    padding: Theme.space5

    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Badge {
            visible: card.known
            Layout.maximumWidth: card.width - 2 * card.padding
            text: !ComparisonModel.agrees ? qsTr("Counts still differ") : card.repaired > 0 ? qsTr("Agrees again") : qsTr("Agrees")
            sign: ComparisonModel.agrees ? Icons.circleCheck : Icons.triangle
            tone: ComparisonModel.agrees ? Tone.Green : Tone.Orange
        }
        Heading {
            Layout.fillWidth: true
            text: card.known ? card.equation(qsTr("Visits"), ComparisonModel.visitsHere, ComparisonModel.visitsThere)
                             : qsTr("Not counted with the service yet")
        }
        AppText {
            Layout.fillWidth: true
            visible: card.known
            text: Words.joined([card.equation(qsTr("All records"), ComparisonModel.recordsHere, ComparisonModel.recordsThere),
                                card.equation(qsTr("Pictures"), ComparisonModel.picturesHere, ComparisonModel.picturesThere)], " · ")
        }
        AppText {
            Layout.fillWidth: true
            quiet: true
            text: card.known ? qsTr("Counted here and at the service: %1").arg(DateWords.dayAndTime(ComparisonModel.at))
                             : qsTr("Each evening this device and the service count what it holds. You can also do it now.")
        }
        Rule {
            Layout.fillWidth: true
            visible: card.repaired > 0
        }
        AppText {
            Layout.fillWidth: true
            visible: card.repaired > 0
            text: card.deeds(ComparisonModel.taken, ComparisonModel.removed, ComparisonModel.sentAgain)
        }
        Repeater {
            model: ComparisonModel.differences

            AppText {
                required property int kind
                required property int year
                required property int month
                required property int here
                required property int there

                Layout.fillWidth: true
                quiet: true
                text: year > 0 ? qsTr("%1, %2: %L3 here, %L4 at the service").arg(card.nameOf(kind)).arg(DateWords.month(year, month)).arg(here).arg(there)
                               : qsTr("%1: %L2 here, %L3 at the service").arg(card.nameOf(kind)).arg(here).arg(there)
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: card.known && !ComparisonModel.agrees
            text: card.advice()
        }
        AppButton {
            Layout.fillWidth: true
            Layout.maximumWidth: card.width < 600 ? card.width : implicitWidth
            text: ComparisonModel.counting ? qsTr("Counting …") : qsTr("Count with the service now")
            sign: Icons.sync
            enabled: !ComparisonModel.counting
            onClicked: ComparisonModel.compareNow()
        }
    }

    function equation(what: string, here: int, there: int): string {
        return here === there ? qsTr("%1: %L2 = %L3").arg(what).arg(here).arg(there)
                              : qsTr("%1: %L2 ≠ %L3").arg(what).arg(here).arg(there)
    }

    function deeds(taken: int, removed: int, again: int): string {
        return Words.joined([qsTr("Something differed and has been put right."),
                             taken > 0 ? qsTr("%n record(s) came again from the service.", "", taken) : "",
                             removed > 0 ? qsTr("%n record(s) that no longer belong here went.", "", removed) : "",
                             again > 0 ? qsTr("%n record(s) of yours are sent again.", "", again) : ""], " ")
    }

    function advice(): string {
        return ComparisonModel.picturesHere !== ComparisonModel.picturesThere
               ? qsTr("Some pictures are not whole at the service yet. Nothing is lost; they are sent when the network allows it.")
               : qsTr("The counts differ. Nothing recorded here is lost; count again, and tell your supervisor if it stays so.")
    }

    function nameOf(kind: int): string {
        switch (kind) {
        case 5: return qsTr("Doors")
        case 6: return qsTr("Elders' files")
        case 8: return qsTr("Contact persons")
        case 9: return qsTr("Who visits whom")
        case 10: return qsTr("Visits")
        case 11:
        case 12: return qsTr("Service hours")
        case 13:
        case 14:
        case 20:
        case 21: return qsTr("Risks")
        case 19: return qsTr("Figures")
        case 22:
        case 23: return qsTr("Searches after nobody answered")
        case 27: return qsTr("Pictures")
        default: return qsTr("Directory and rules")
        }
    }
}
