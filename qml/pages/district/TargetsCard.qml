pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What is to be reached: done of the whole, beside how much of the time has passed.
Column {
    id: column

    required property RowModel targets
    property bool mayEdit: false

    signal editWanted(string targetId, int indicator, int value, moment from, moment until, string document)
    signal addWanted

    spacing: Theme.space3

    SectionHeader {
        width: parent.width
        text: qsTr("Targets")
        sign: Icons.target
        gap: 0
    }
    Repeater {
        model: column.targets

        TargetCard {
            width: column.width
            mayEdit: column.mayEdit
            onEditWanted: column.editWanted(targetId, indicator, value, from, until, document)
        }
    }
    AppText {
        width: parent.width
        visible: column.mayEdit && column.targets.count === 0
        text: qsTr("No target is set for the district.")
        quiet: true
    }
    AppButton {
        visible: column.mayEdit
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Set a target …")
        sign: Icons.plus
        onClicked: column.addWanted()
    }
}
