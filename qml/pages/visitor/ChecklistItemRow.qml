pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One thing to look at, its answers side by side.
Column {
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
        width: parent.width
        text: row.label
        strong: true
    }
    Choice {
        width: parent.width

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
        width: Math.min(implicitWidth, parent.width)
        visible: row.suggestedRisk > 0
        text: qsTr("Report a risk: %1").arg(RiskWords.kind(row.suggestedRisk))
        sign: Icons.flag
        onClicked: row.riskWanted(row.suggestedRisk)
    }
}
