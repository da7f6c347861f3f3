pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What was promised here and is still to be done; ticked off on the next visit.
Card {
    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Heading {
            Layout.fillWidth: true
            text: qsTr("Promised")
            font.pixelSize: Theme.body
        }
        Repeater {
            model: ElderModel.promises

            Fact {
                required property string what
                required property moment dueOn
                required property int daysLeft
                required property moment madeOn
                Layout.fillWidth: true
                sign: Icons.promise
                label: Words.line([CareWords.promised(dueOn, daysLeft), qsTr("said on %1").arg(DateWords.day(madeOn))])
                value: what
                ink: dueOn.known && daysLeft < 0 ? Theme.orange : Theme.text
            }
        }
    }
}
