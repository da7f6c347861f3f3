import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The month so far, and what is still open in the district.
Card {
    id: card

    required property eveningSums sums
    readonly property int columns: width >= 860 * Theme.textScale ? 4 : width >= 340 * Theme.textScale ? 2 : 1
    readonly property int cell: Math.floor((width - 2 * padding - (columns - 1) * Theme.space5) / columns)

    padding: Theme.space5

    Grid {
        width: parent.width
        columns: card.columns
        columnSpacing: Theme.space5
        rowSpacing: Theme.space4

        Figure {
            width: card.cell
            label: card.sums.frozen ? qsTr("Monthly visit rate, frozen on %1").arg(DateWords.day(card.sums.frozenAt))
                                    : qsTr("Monthly visit rate so far")
            value: card.sums.frozen ? card.sums.frozenRate : card.sums.rate
            behind: Words.line([card.sums.frozen ? qsTr("%L1 of %L2").arg(card.sums.frozenContacted).arg(card.sums.frozenElders)
                                                 : qsTr("%L1 of %L2").arg(card.sums.contacted).arg(card.sums.elders),
                                card.sums.frozen ? qsTr("restated %1 (%L2 of %L3)").arg(card.sums.rate).arg(card.sums.contacted).arg(card.sums.elders) : "",
                                card.sums.waiting > 0 ? qsTr("%n waiting", "", card.sums.waiting) : ""])
        }
        Figure {
            width: card.cell
            label: qsTr("Searches running")
            value: qsTr("%L1").arg(card.sums.ladders)
        }
        Figure {
            width: card.cell
            label: qsTr("Risks open")
            value: qsTr("%L1").arg(card.sums.red + card.sums.orange + card.sums.yellow)
            behind: qsTr("red %1 · orange %2 · yellow %3 · late %4").arg(card.sums.red).arg(card.sums.orange).arg(card.sums.yellow).arg(card.sums.overdue)
        }
        Figure {
            width: card.cell
            label: qsTr("Filled in differently")
            value: qsTr("%L1").arg(card.sums.conflicts)
        }
    }
}
