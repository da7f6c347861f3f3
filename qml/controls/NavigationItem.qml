import QtQuick

// One place in the rail or the bottom bar: sign over word.
Pressable {
    id: control

    required property string sign
    property bool current: false
    property int count: 0

    spokenRole: Accessible.PageTab
    spoken: count > 0 ? text + " " + count : text
    Accessible.selected: current
    padding: 0
    topPadding: Theme.space2
    bottomPadding: Theme.space2

    implicitWidth: word.implicitWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.target, inside.height + topPadding + bottomPadding)

    background: Rectangle {
        radius: Theme.radius
        color: control.current ? Theme.primarySoft : control.down ? Theme.pressed
             : control.hovered ? Theme.sunken : "transparent"
    }
    Item {
        id: inside
        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: icon.height + word.implicitHeight + 2

        Icon {
            id: icon
            sign: control.sign
            size: Math.round(24 * Math.min(1.4, Theme.textScale))
            anchors.horizontalCenter: parent.horizontalCenter
            color: control.current ? Theme.primary : Theme.quiet
        }
        Rectangle {
            visible: control.count > 0
            anchors.left: icon.right
            anchors.leftMargin: 2
            y: -2
            width: Math.max(height, number.implicitWidth + 10)
            height: number.implicitHeight
            radius: height / 2
            color: Theme.ink(Tone.Orange)

            Text {
                id: number
                anchors.centerIn: parent
                text: control.count > 99 ? "99+" : control.count
                color: Theme.dark ? Theme.page : "#FFFFFF"
                font.family: Theme.family
                font.pixelSize: 14
                font.weight: Font.Bold
                Accessible.ignored: true
            }
        }
        AppText {
            id: word
            anchors.top: icon.bottom
            anchors.topMargin: 2
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: control.text
            font.pixelSize: Math.round(16 * Math.min(1.4, Theme.textScale))
            strong: control.current
            color: control.current ? Theme.primary : Theme.quiet
            maximumLineCount: 1
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
