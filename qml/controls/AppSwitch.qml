import QtQuick
import QtQuick.Layouts

// A setting that is on or off, with its meaning.
Pressable {
    id: control

    property string detail: ""

    checkable: true
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    spokenRole: Accessible.CheckBox
    Accessible.description: detail

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.pressed : "transparent"
    }
    contentItem: RowLayout {
        spacing: Theme.space4

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            AppText {
                Layout.fillWidth: true
                text: control.text
                Accessible.ignored: true
            }
            AppText {
                Layout.fillWidth: true
                visible: control.detail !== ""
                text: control.detail
                quiet: true
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
        Rectangle {
            implicitWidth: 56
            implicitHeight: 32
            radius: 16
            color: control.checked ? Theme.primary : Theme.sunken
            border.width: control.checked ? 0 : 2
            border.color: Theme.edge

            Rectangle {
                width: 24
                height: 24
                radius: 12
                x: control.checked ? parent.width - width - 4 : 4
                anchors.verticalCenter: parent.verticalCenter
                color: control.checked ? Theme.primaryInk : Theme.edge

                Icon {
                    anchors.centerIn: parent
                    visible: control.checked
                    sign: Icons.check
                    size: 16
                    color: Theme.primary
                }
            }
        }
    }
}
