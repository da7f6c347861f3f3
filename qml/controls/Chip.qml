import QtQuick

// One answer among several; chosen ones carry a tick, so that colour is not all.
Pressable {
    id: control

    property string sign: ""
    property int tone: Tone.Primary
    readonly property string mark: checked ? Icons.check : sign
    readonly property int lead: mark === "" ? 0 : Math.round(20 * Theme.textScale) + Theme.space2

    // Never wider than the line it stands on.
    width: parent && parent.width > 0 ? Math.min(implicitWidth, parent.width) : implicitWidth
    implicitWidth: Math.max(Theme.target, leftPadding + lead + Math.ceil(measure.advanceWidth) + 2 + rightPadding)
    implicitHeight: Math.max(Theme.target, label.implicitHeight + topPadding + bottomPadding)
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

    // Of the text alone: a text that wraps may change its implicit width with its width.
    TextMetrics {
        id: measure
        font: label.font
        text: control.text
    }
    Icon {
        x: control.leftPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: control.mark !== ""
        sign: control.mark
        size: Math.round(20 * Theme.textScale)
        color: control.checked ? Theme.ink(control.tone) : Theme.quiet
    }
    AppText {
        id: label
        x: control.leftPadding + control.lead
        anchors.verticalCenter: parent.verticalCenter
        width: control.width - x - control.rightPadding
        text: control.text
        color: control.checked ? Theme.ink(control.tone) : Theme.text
        strong: control.checked
        Accessible.ignored: true
    }
}
