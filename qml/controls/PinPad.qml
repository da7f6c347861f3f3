pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Ten digits, big enough for a thumb.
GridLayout {
    id: pad

    property bool ready: false
    property string action: qsTr("Open")

    signal digit(string value)
    signal erased
    signal entered

    columns: 3
    columnSpacing: Theme.space3
    rowSpacing: Theme.space3

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        PinKey {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            onClicked: pad.digit(modelData)
        }
    }
    PinKey {
        Layout.fillWidth: true
        sign: Icons.erase
        spoken: qsTr("Delete the last digit")
        onClicked: pad.erased()
    }
    PinKey {
        Layout.fillWidth: true
        text: "0"
        onClicked: pad.digit("0")
    }
    PinKey {
        Layout.fillWidth: true
        sign: Icons.check
        spoken: pad.action
        emphasised: true
        enabled: pad.ready
        onClicked: pad.entered()
    }
}
