pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Red, orange or yellow; with red, first the telephone.
ColumnLayout {
    id: choice

    property int level: Care.RiskLevel.None
    property alias called: called.text

    spacing: Theme.space3

    Heading {
        Layout.fillWidth: true
        text: qsTr("How urgent is it?")
        font.pixelSize: Theme.body
    }
    Repeater {
        model: [Care.RiskLevel.Yellow, Care.RiskLevel.Orange, Care.RiskLevel.Red]

        LevelCard {
            required property int modelData
            Layout.fillWidth: true
            level: modelData
            checked: choice.level === modelData
            onClicked: choice.level = modelData
        }
    }
    Rectangle {
        Layout.fillWidth: true
        visible: choice.level === Care.RiskLevel.Red
        implicitHeight: first.implicitHeight + 2 * Theme.space4
        radius: Theme.radius
        color: Theme.redSoft
        border.width: 1
        border.color: Theme.red

        ColumnLayout {
            id: first
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space4
            spacing: Theme.space2

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space3

                Icon {
                    sign: Icons.phone
                    color: Theme.red
                    Layout.alignment: Qt.AlignTop
                }
                AppText {
                    Layout.fillWidth: true
                    text: qsTr("Ring first: 120 ambulance, 110 police, 119 fire. Then your supervisor.")
                    strong: true
                    color: Theme.red
                }
            }
            AppTextArea {
                id: called
                Layout.fillWidth: true
                lines: 1
                label: qsTr("Whom did you ring, and who answered?")
                hint: label
            }
        }
    }
}
