import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// The figures of the area shown: the rate first, its companions always beside it.
Card {
    id: card

    required property coverageEntry figures
    readonly property int columns: width >= 860 * Theme.textScale ? 4 : width >= 340 * Theme.textScale ? 2 : 1
    readonly property int cell: Math.floor((width - 2 * padding - (columns - 1) * Theme.space5) / columns)

    padding: Theme.space5

    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        Grid {
            Layout.fillWidth: true
            columns: card.columns
            columnSpacing: Theme.space5
            rowSpacing: Theme.space4

            Figure {
                width: card.cell
                label: qsTr("Monthly visit rate")
                value: card.figures.rate
                behind: qsTr("%L1 of %L2").arg(card.figures.contacted).arg(card.figures.elders)
                large: true
            }
            Figure {
                width: card.cell
                label: qsTr("Met in person")
                value: card.figures.inPersonRate
                behind: qsTr("%L1 of %L2").arg(card.figures.inPerson).arg(card.figures.elders)
            }
            Figure {
                width: card.cell
                label: qsTr("Vouched for only")
                value: card.figures.proxyShare
                behind: qsTr("%L1 of %L2 reached").arg(card.figures.proxyOnly).arg(card.figures.contacted)
            }
            Figure {
                width: card.cell
                label: qsTr("Declined only")
                value: qsTr("%L1").arg(card.figures.refusedOnly)
                behind: qsTr("reached, visit declined")
            }
        }
        Rule {
            Layout.fillWidth: true
        }
        Grid {
            Layout.fillWidth: true
            columns: card.columns
            columnSpacing: Theme.space5
            rowSpacing: Theme.space4

            Figure {
                width: card.cell
                label: qsTr("Person-times")
                value: qsTr("%L1").arg(card.figures.personTimes)
                behind: qsTr("%L1 different elders").arg(card.figures.unduplicated)
            }
            Figure {
                width: card.cell
                label: qsTr("Service hours")
                value: card.figures.hours
                behind: qsTr("delivered, hours")
            }
            Figure {
                width: card.cell
                label: qsTr("Risks opened")
                value: qsTr("%L1").arg(card.figures.risksOpened)
                behind: qsTr("%L1 of them closed").arg(card.figures.risksClosed)
            }
            Figure {
                width: card.cell
                label: qsTr("Not reached yet")
                value: qsTr("%L1").arg(card.figures.missed)
                behind: qsTr("with reasons in the list")
            }
        }
    }
}
