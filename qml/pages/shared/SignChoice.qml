pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What makes a closed door urgent at once.
Choice {
    id: choice

    property list<int> noticed: []

    signal toggled(int sign, bool noticed)

    function has(sign: int): bool {
        for (let at = 0; at < choice.noticed.length; ++at) {
            if (choice.noticed[at] === sign)
                return true
        }
        return false
    }

    Repeater {
        model: [Care.WarningSign.Cry, Care.WarningSign.Smell, Care.WarningSign.RunningWater, Care.WarningSign.PiledUpPost,
                Care.WarningSign.IllLastTime]

        Chip {
            required property int modelData
            text: LadderWords.warning(modelData)
            tone: Tone.Red
            checked: choice.has(modelData)
            spokenRole: Accessible.CheckBox
            onClicked: choice.toggled(modelData, !checked)
        }
    }
}
