pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Risks noticed on this visit.
VisitSection {
    id: section

    signal riskWanted

    title: qsTr("Anything that worries you?")

    Repeater {
        model: VisitModel.risks

        RowLayout {
            id: risk
            required property string flagId
            required property string elderName
            required property int kind
            required property int level
            required property string note

            width: parent?.width ?? 0
            spacing: Theme.space3

            Badge {
                text: RiskWords.level(risk.level)
                sign: RiskWords.sign(risk.level)
                tone: RiskWords.tone(risk.level)
            }
            AppText {
                Layout.fillWidth: true
                text: Words.line([RiskWords.kind(risk.kind), VisitModel.elders.count > 1 ? risk.elderName : "", risk.note])
            }
            IconButton {
                sign: Icons.trash
                spoken: qsTr("Take back: %1").arg(RiskWords.kind(risk.kind))
                onClicked: VisitModel.removeRisk(risk.flagId)
            }
        }
    }
    AppButton {
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Report a risk")
        sign: Icons.plus
        onClicked: section.riskWanted()
    }
}
