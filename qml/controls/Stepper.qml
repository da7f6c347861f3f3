import QtQuick
import QtQuick.Layouts

// A number with less and more: no typing.
RowLayout {
    id: stepper

    required property string label
    property int value: 0
    property int step: 5
    property int from: 5
    property int to: 480
    property string shown: value

    signal stepped(int value)

    spacing: Theme.space2

    IconButton {
        sign: Icons.minus
        spoken: qsTr("Less: %1").arg(stepper.label)
        enabled: stepper.value > stepper.from
        opacity: enabled ? 1 : 0.4
        onClicked: stepper.stepped(Math.max(stepper.from, stepper.value - stepper.step))
    }
    AppText {
        text: stepper.shown
        strong: true
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
        Layout.minimumWidth: Math.round(72 * Theme.textScale)
    }
    IconButton {
        sign: Icons.plus
        spoken: qsTr("More: %1").arg(stepper.label)
        enabled: stepper.value < stepper.to
        opacity: enabled ? 1 : 0.4
        onClicked: stepper.stepped(Math.min(stepper.to, stepper.value + stepper.step))
    }
}
