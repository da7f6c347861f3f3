import QtQuick
import QtQuick.Layouts

// Nothing here yet, and what to do first.
Item {
    id: state

    required property string title
    property string detail: ""
    property string sign: Icons.notebook
    property string action: ""

    signal acted

    implicitHeight: column.implicitHeight + 2 * Theme.space6

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space5, 420 * Theme.textScale)
        spacing: Theme.space3

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: 96
            implicitHeight: 96
            radius: 48
            color: Theme.sunken

            Icon {
                anchors.centerIn: parent
                sign: state.sign
                size: 40
                color: Theme.quiet
            }
        }
        Heading {
            Layout.fillWidth: true
            text: state.title
            horizontalAlignment: Text.AlignHCenter
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: state.detail
            quiet: true
            horizontalAlignment: Text.AlignHCenter
        }
        AppButton {
            Layout.alignment: Qt.AlignHCenter
            visible: state.action !== ""
            text: state.action
            onClicked: state.acted()
        }
    }
}
