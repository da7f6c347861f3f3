pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One thing to look at, its answers side by side.
ColumnLayout {
    id: row

    required property string code
    required property string label
    required property list<string> options
    required property int chosen
    required property int last
    required property int suggestedRisk

    signal riskWanted(int kind)

    spacing: Theme.space2

    AppText {
        Layout.fillWidth: true
        text: row.label
        strong: true
    }
    Choice {
        Layout.fillWidth: true

        Repeater {
            model: row.options

            Chip {
                required property string modelData
                required property int index
                text: modelData
                spoken: row.label + ": " + modelData
                checked: row.chosen === index
                onClicked: VisitModel.setAnswer(row.code, checked ? -1 : index)
            }
        }
    }
    AppButton {
        visible: row.suggestedRisk > 0
        text: qsTr("Report a risk: %1").arg(RiskWords.kind(row.suggestedRisk))
        sign: Icons.flag
        onClicked: row.riskWanted(row.suggestedRisk)
    }
}
