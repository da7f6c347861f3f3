pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// How things are: as last time first, item by item for what is different.
VisitSection {
    id: section

    property bool itemByItem: false
    readonly property bool shortcutTaken: VisitModel.hasLastTime ? VisitModel.asLastTime
                                                                  : VisitModel.answerCount === VisitModel.checklist.count

    signal riskWanted(int kind)

    title: qsTr("How are things?")
    remark: VisitModel.answerCount > 0 ? qsTr("%1 of %2").arg(VisitModel.answerCount).arg(VisitModel.checklist.count) : ""

    Choice {
        width: parent.width
        visible: VisitModel.elders.count > 1

        Repeater {
            model: VisitModel.elders

            Chip {
                required property string elderId
                required property string name
                text: name
                sign: Icons.user
                checked: VisitModel.answersOf === elderId
                onClicked: VisitModel.answersOf = elderId
            }
        }
    }
    Choice {
        width: parent.width

        Chip {
            text: VisitModel.hasLastTime ? qsTr("As last time") : qsTr("All as it should be")
            sign: Icons.check
            checked: section.shortcutTaken && VisitModel.answerCount > 0
            onClicked: {
                if (checked)
                    VisitModel.clearAnswers()
                else if (VisitModel.hasLastTime)
                    VisitModel.takeLastTime()
                else
                    VisitModel.takeUsual()
            }
        }
        Chip {
            text: qsTr("Item by item")
            sign: Icons.todo
            checked: section.itemByItem
            onClicked: section.itemByItem = !section.itemByItem
        }
    }
    AppText {
        width: parent.width
        visible: VisitModel.hasLastTime && !section.itemByItem
        quiet: true
        text: qsTr("Last time, %1: %2").arg(DateWords.day(VisitModel.lastTimeOn)).arg(VisitModel.lastTimeText)
    }
    Repeater {
        model: section.itemByItem ? VisitModel.checklist : null

        ChecklistItemRow {
            width: parent?.width ?? 0
            onRiskWanted: kind => section.riskWanted(kind)
        }
    }
}
