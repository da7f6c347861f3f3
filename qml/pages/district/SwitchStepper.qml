import QtQuick
import Doorstep.Controls

// One number of the rules, with its meaning.
Column {
    id: line

    required property string label
    property alias value: stepper.value
    property alias step: stepper.step
    property alias from: stepper.from
    property alias to: stepper.to
    property alias shown: stepper.shown

    signal stepped(int value)

    spacing: Theme.space1

    AppText {
        width: parent.width
        text: line.label
        Accessible.ignored: true
    }
    Stepper {
        id: stepper
        label: line.label
        step: 1
        from: 1
        to: 365
        onStepped: value => line.stepped(value)
    }
}
