pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Who came along: those chosen, and a search among the others.
Column {
    id: choice

    required property RowModel people
    property bool looking: false
    readonly property int few: 8

    signal toggled(string workerId, bool there)

    spacing: Theme.space3

    SearchField {
        id: searched
        width: parent.width
        visible: choice.looking && choice.people.count > choice.few
        hint: qsTr("Name")
    }
    Choice {
        width: parent.width

        Repeater {
            model: choice.people

            Chip {
                required property string workerId
                required property string name
                required property int occupation
                required property bool chosen
                required property int index
                visible: chosen || (choice.looking && (searched.text === "" ? index < choice.few : name.includes(searched.text)))
                text: Words.line([name, CareWords.occupation(occupation)])
                sign: Icons.user
                checked: chosen
                spokenRole: Accessible.CheckBox
                onClicked: choice.toggled(workerId, !chosen)
            }
        }
        Chip {
            text: choice.looking ? qsTr("That is all") : qsTr("Somebody came along …")
            sign: choice.looking ? Icons.up : Icons.plus
            spokenRole: Accessible.Button
            onClicked: choice.looking = !choice.looking
        }
    }
}
