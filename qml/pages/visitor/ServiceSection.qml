pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What was done besides the visit itself, in minutes.
VisitSection {
    id: section

    property bool all: false
    readonly property int usual: 6
    readonly property int usualMinutes: 20

    title: qsTr("What did you do for them?")
    remark: VisitModel.serviceMinutes > 0 ? qsTr("%1 in all").arg(DateWords.minutes(VisitModel.serviceMinutes)) : ""

    Choice {
        width: parent.width

        Repeater {
            model: VisitModel.services

            Chip {
                required property int index
                required property int kind
                required property bool chosen
                required property int minutes
                visible: section.all || chosen || index < section.usual
                text: VisitWords.service(kind)
                sign: VisitWords.serviceSign(kind)
                checked: chosen
                onClicked: VisitModel.setService(kind, chosen ? 0 : section.usualMinutes)
            }
        }
        Chip {
            visible: !section.all
            text: qsTr("More …")
            sign: Icons.more
            onClicked: section.all = true
        }
    }
    Repeater {
        model: VisitModel.services

        RowLayout {
            id: line
            required property int kind
            required property bool chosen
            required property int minutes

            width: parent?.width ?? 0
            visible: chosen
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
                text: VisitWords.service(line.kind)
            }
            Stepper {
                label: VisitWords.service(line.kind)
                value: line.minutes
                shown: DateWords.minutes(line.minutes)
                onStepped: value => VisitModel.setService(line.kind, value)
            }
        }
    }
}
