import QtQuick
import QtQuick.Templates as T

// Whatever can be pressed: a finger's size, a focus ring, a name for screen readers.
T.AbstractButton {
    id: control

    property string spoken: text
    property int spokenRole: Accessible.Button

    // What a click does, for whoever has no finger.
    function press() {
        if (!control.enabled)
            return
        if (control.checkable) {
            control.toggle()
            control.toggled()
        }
        control.clicked()
    }

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: Theme.body

    Accessible.role: control.spokenRole
    Accessible.name: control.spoken
    Accessible.focusable: true
    Accessible.checkable: control.checkable
    Accessible.checked: control.checked
    Accessible.onPressAction: control.press()

    Keys.onReturnPressed: control.press()
    Keys.onEnterPressed: control.press()

    FocusRing {
        visible: control.visualFocus
    }
}
