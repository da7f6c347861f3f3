import QtQuick
import QtQuick.Layouts

// A step to take. Primary is the one next step of a page; the others stay quieter.
Pressable {
    id: control

    enum Kind { Secondary, Primary, Quiet, Danger }

    property int kind: AppButton.Secondary
    property string sign: ""
    readonly property bool filled: kind === AppButton.Primary || kind === AppButton.Danger
    readonly property color fill: kind === AppButton.Danger ? Theme.red : Theme.primary
    readonly property color ink: filled ? (!enabled ? Theme.quiet : kind === AppButton.Danger ? Theme.surface : Theme.primaryInk)
                                       : enabled ? Theme.primary : Theme.quiet

    implicitWidth: Math.max(Theme.target, row.implicitWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(kind === AppButton.Primary ? Theme.primaryTarget : Theme.target,
                             row.implicitHeight + topPadding + bottomPadding)
    leftPadding: kind === AppButton.Quiet ? Theme.space3 : Theme.space5
    rightPadding: leftPadding
    topPadding: Theme.space2
    bottomPadding: Theme.space2

    background: Rectangle {
        radius: Theme.radius
        color: control.filled ? (!control.enabled ? Theme.pressed : control.down ? Theme.primaryPressed : control.fill)
             : control.down ? Theme.pressed
             : control.hovered && control.kind === AppButton.Quiet ? Theme.sunken
             : control.kind === AppButton.Quiet ? "transparent" : Theme.surface
        border.width: control.kind === AppButton.Secondary ? 1 : 0
        border.color: Theme.edge
    }

    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(control.availableWidth, implicitWidth)
        spacing: Theme.space2

        Icon {
            visible: control.sign !== ""
            sign: control.sign
            color: control.ink
        }
        AppText {
            Layout.fillWidth: true
            text: control.text
            color: control.ink
            font.pixelSize: control.kind === AppButton.Primary ? Theme.title : Theme.body
            strong: control.kind !== AppButton.Quiet
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
