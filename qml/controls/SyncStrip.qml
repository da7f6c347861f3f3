import QtQuick
import QtQuick.Layouts

// One line that always tells the truth about the data; press it for what waits and why.
Pressable {
    id: control

    property int tone: Tone.Green
    property string sign: Icons.circleCheck
    property string remark: ""

    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space1
    bottomPadding: Theme.space1
    Accessible.description: remark

    background: Rectangle {
        color: control.down ? Theme.pressed : Theme.wash(control.tone)

        Rectangle {
            width: parent.width
            height: 1
            anchors.bottom: parent.bottom
            color: Theme.line
        }
    }
    contentItem: RowLayout {
        spacing: Theme.space2

        Icon {
            sign: control.sign
            size: Math.round(20 * Theme.textScale)
            color: Theme.ink(control.tone)
        }
        AppText {
            Layout.fillWidth: true
            text: control.text
            color: Theme.ink(control.tone)
            font.pixelSize: Theme.small
            strong: true
            maximumLineCount: control.width < 600 ? 3 : 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            visible: text !== "" && control.width >= 600
            text: control.remark
            quiet: true
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Icon {
            sign: Icons.next
            size: Math.round(18 * Theme.textScale)
            color: Theme.ink(control.tone)
        }
    }
}
