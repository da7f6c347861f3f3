pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Whose store on a shared device.
Choice {
    id: choice

    signal chosen

    Repeater {
        model: SessionModel.profiles

        Chip {
            required property string profileId
            required property string label
            required property int index
            required property bool chosen
            text: label === "" ? qsTr("Person %1").arg(index + 1) : label
            sign: Icons.user
            checked: chosen
            onClicked: {
                SessionModel.choose(profileId)
                choice.chosen()
            }
        }
    }
}
