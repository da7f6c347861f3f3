pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A risk: whose, what, how urgent, and in words if need be.
Sheet {
    id: sheet

    property string elderId: ""
    property int kind: Care.RiskKind.Unknown

    function openFor(elderId: string, kind: int) {
        sheet.elderId = elderId
        sheet.kind = kind
        level.level = Care.RiskLevel.None
        level.called = ""
        note.text = ""
        sheet.open()
    }

    title: qsTr("Report a risk")
    action: qsTr("Put it on the visit")
    ready: kind !== Care.RiskKind.Unknown && level.level !== Care.RiskLevel.None
    onActed: {
        VisitModel.addRisk(sheet.elderId, sheet.kind, level.level, note.text, level.level === Care.RiskLevel.Red ? level.called : "")
        sheet.close()
    }

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
                checked: sheet.elderId === elderId
                onClicked: sheet.elderId = elderId
            }
        }
    }
    Heading {
        width: parent.width
        text: qsTr("What is it about?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width

        Repeater {
            model: 15

            Chip {
                required property int modelData
                text: RiskWords.kind(modelData + 1)
                checked: sheet.kind === modelData + 1
                onClicked: sheet.kind = modelData + 1
            }
        }
    }
    AppText {
        width: parent.width
        visible: sheet.kind === Care.RiskKind.MoodSelfHarm || sheet.kind === Care.RiskKind.SuspectedAbuse
        text: qsTr("Only few people will see this one.")
        quiet: true
    }
    LevelChoice {
        id: level
        width: parent.width
    }
    AppTextArea {
        id: note
        width: parent.width
        label: qsTr("In a few words, if you like")
        hint: label
    }
}
