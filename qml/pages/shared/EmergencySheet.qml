pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The numbers that help at once, from anywhere; then whoever is on duty now.
Sheet {
    id: sheet

    signal numberWanted(string name, string number)

    title: qsTr("Emergency")

    Repeater {
        model: [
            { "name": qsTr("Ambulance"), "number": "120", "sign": Icons.ambulance },
            { "name": qsTr("Police"), "number": "110", "sign": Icons.siren },
            { "name": qsTr("Fire brigade"), "number": "119", "sign": Icons.flame }
        ]

        NumberRow {
            required property var modelData
            width: parent?.width ?? 0
            name: modelData.name
            number: modelData.number
            sign: modelData.sign
            tone: Tone.Red
            onClicked: sheet.numberWanted(name, number)
        }
    }
    AppText {
        width: parent.width
        text: qsTr("Say where you are, what has happened, and stay on the line. Calling is your decision; nobody will blame you for it.")
        quiet: true
    }
    Heading {
        width: parent.width
        visible: NumbersModel.duty.count > 0
        text: qsTr("On duty now")
        font.pixelSize: Theme.body
    }
    Repeater {
        model: NumbersModel.duty

        NumberRow {
            required property int step
            required property string phone
            required name
            width: parent?.width ?? 0
            number: phone
            detail: LadderWords.title(step)
            sign: LadderWords.sign(step)
            onClicked: sheet.numberWanted(name, number)
        }
    }
}
