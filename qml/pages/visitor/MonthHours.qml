pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One's own hours by how they are known, and which of them somebody has certified.
Card {
    id: card

    readonly property var kinds: [
        { "label": qsTr("Measured by the device"), "certified": MonthModel.measuredCertified, "provisional": MonthModel.measuredProvisional },
        { "label": qsTr("Entered by hand"), "certified": MonthModel.enteredCertified, "provisional": MonthModel.enteredProvisional }
    ]

    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Figure {
            Layout.fillWidth: true
            label: qsTr("My hours")
            value: DateWords.hours(MonthModel.minutes)
            behind: qsTr("without the way there and back")
        }
        Repeater {
            model: card.kinds

            Fact {
                required property var modelData
                Layout.fillWidth: true
                visible: modelData.certified + modelData.provisional > 0
                sign: Icons.clock
                label: modelData.label
                value: Words.line([modelData.certified > 0 ? qsTr("certified %1").arg(DateWords.hours(modelData.certified)) : "",
                                   modelData.provisional > 0 ? qsTr("provisional %1").arg(DateWords.hours(modelData.provisional)) : ""])
            }
        }
        Fact {
            Layout.fillWidth: true
            visible: MonthModel.imputed > 0
            sign: Icons.info
            label: qsTr("Estimated, kept apart and never certified")
            value: DateWords.hours(MonthModel.imputed)
        }
        ErrorNotice {
            Layout.fillWidth: true
            visible: MonthModel.overlaps > 0
            tone: Tone.Yellow
            happened: qsTr("%n entry(s) overlap", "", MonthModel.overlaps)
            safe: qsTr("The same minutes count once, on the earlier one.")
            advice: qsTr("They are marked below. If a time is wrong, please correct the visit.")
        }
    }
}
