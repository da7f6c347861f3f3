import QtQuick
import QtQuick.Layouts

// One answer among several; chosen ones carry a tick, so that colour is not all.
Pressable {
    id: control

    property string sign: ""
    property int tone: Tone.Primary

    checkable: false
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    spokenRole: Accessible.RadioButton
    Accessible.checkable: true

    background: Rectangle {
        radius: height > Theme.target * 1.4 ? Theme.radius * 2 : height / 2
        color: control.checked ? Theme.wash(control.tone) : control.down ? Theme.pressed
             : control.hovered ? Theme.sunken : Theme.surface
        border.width: control.checked ? 2 : 1
        border.color: control.checked ? Theme.ink(control.tone) : Theme.edge
    }

    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            visible: sign !== ""
            sign: control.checked ? Icons.check : control.sign
            size: Math.round(20 * Theme.textScale)
            color: control.checked ? Theme.ink(control.tone) : Theme.quiet
        }
        AppText {
            Layout.fillWidth: true
            text: control.text
            color: control.checked ? Theme.ink(control.tone) : Theme.text
            strong: control.checked
            Accessible.ignored: true
        }
    }
}
