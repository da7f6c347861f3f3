import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// How far these figures can be relied on: provisional or final, what was frozen beside what is known now, what
// is not in them yet, and the oldest risk.
Card {
    id: card

    readonly property frozenFigures frozen: CoverageModel.frozen
    readonly property bool narrow: width < 520 * Theme.textScale

    padding: Theme.space5

    ColumnLayout {
        width: parent.width
        spacing: Theme.space2

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            Badge {
                text: CoverageModel.partial ? qsTr("First month, partial") : CoverageModel.provisional ? qsTr("Provisional") : qsTr("Final")
                sign: CoverageModel.partial || CoverageModel.provisional ? Icons.clock : Icons.lock
                tone: CoverageModel.partial || CoverageModel.provisional ? Tone.Yellow : Tone.Green
            }
            Badge {
                visible: card.frozen.known && card.frozen.differs
                text: qsTr("Restated since")
                sign: Icons.pencil
                tone: Tone.Primary
            }
            Badge {
                visible: CoverageModel.waiting > 0
                text: qsTr("%n waiting", "", Math.max(0, CoverageModel.waiting))
                sign: Icons.triangle
                tone: Tone.Orange
            }
        }
        AppText {
            Layout.fillWidth: true
            text: CoverageModel.partial ? qsTr("The district went live in this month; it is counted in part and is never final.")
                : CoverageModel.provisional ? qsTr("These figures still change until they are frozen on %1.").arg(DateWords.day(CoverageModel.freezesOn))
                : card.frozen.differs ? qsTr("What was frozen stays; what came later is shown beside it.")
                                      : qsTr("Nothing has changed since these figures were frozen.")
        }
        AppText {
            Layout.fillWidth: true
            visible: CoverageModel.waiting > 0
            text: qsTr("%n change(s) were put aside and are in no figure yet.", "", Math.max(0, CoverageModel.waiting))
        }
        AppText {
            Layout.fillWidth: true
            visible: OpenWorkModel.oldestRiskDays > 0
            text: qsTr("The oldest open risk has been open for %n day(s).", "", Math.max(0, OpenWorkModel.oldestRiskDays))
        }
        Rule {
            Layout.fillWidth: true
            visible: card.frozen.known
        }
        Grid {
            id: grid
            Layout.fillWidth: true
            visible: card.frozen.known
            columns: card.narrow ? 1 : 2
            columnSpacing: Theme.space5
            rowSpacing: Theme.space3
            readonly property int cell: Math.floor((card.width - 2 * card.padding - (columns - 1) * columnSpacing) / columns)

            Figure {
                width: grid.cell
                label: qsTr("Frozen on %1").arg(DateWords.day(card.frozen.at))
                value: card.frozen.rate
                behind: Words.line([qsTr("%L1 of %L2").arg(card.frozen.contacted).arg(card.frozen.elders),
                                    qsTr("in person %1").arg(card.frozen.inPersonRate),
                                    qsTr("%L1 person-times").arg(card.frozen.personTimes), qsTr("%1 h").arg(card.frozen.hours)])
            }
            Figure {
                width: grid.cell
                label: qsTr("By that month's rules, as known now")
                value: CoverageModel.area.rate
                behind: Words.line([qsTr("%L1 of %L2").arg(CoverageModel.area.contacted).arg(CoverageModel.area.elders),
                                    qsTr("in person %1").arg(CoverageModel.area.inPersonRate),
                                    qsTr("%L1 person-times").arg(CoverageModel.area.personTimes), qsTr("%1 h").arg(CoverageModel.area.hours)])
            }
        }
    }
}
