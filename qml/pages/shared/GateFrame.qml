import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// The quiet page before the notebook opens: one question, in the middle.
Flickable {
    id: frame

    required property string title
    property string detail: ""
    default property alias content: column.data
    property int contentMaximum: 480

    contentWidth: width
    contentHeight: Math.max(height, sheet.implicitHeight + 2 * Theme.space6)
    boundsBehavior: Flickable.StopAtBounds

    ColumnLayout {
        id: sheet
        x: Math.round((frame.width - width) / 2)
        y: Math.max(Theme.space6, Math.round((frame.height - implicitHeight) * 0.42))
        width: Math.min(frame.width - 2 * Theme.space4, frame.contentMaximum * Math.min(1.4, Theme.textScale))
        spacing: Theme.space5

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: Theme.space3

            Rectangle {
                implicitWidth: 48
                implicitHeight: 48
                radius: Theme.radius
                color: Theme.primary

                Icon {
                    anchors.centerIn: parent
                    sign: Icons.door
                    size: 28
                    color: Theme.primaryInk
                }
            }
            AppText {
                text: qsTr("Doorstep")
                font.pixelSize: Theme.title
                strong: true
                wrapMode: Text.NoWrap
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space2

            Heading {
                Layout.fillWidth: true
                text: frame.title
                font.pixelSize: Theme.heading
                horizontalAlignment: Text.AlignHCenter
            }
            AppText {
                Layout.fillWidth: true
                visible: text !== ""
                text: frame.detail
                quiet: true
                horizontalAlignment: Text.AlignHCenter
            }
        }
        ColumnLayout {
            id: column
            Layout.fillWidth: true
            spacing: Theme.space4
        }
        GridLayout {
            Layout.alignment: Qt.AlignHCenter
            columnSpacing: 0
            rowSpacing: 0

            AppButton {
                kind: AppButton.Quiet
                text: SessionModel.language === "zh" ? "English" : "中文"
                sign: Icons.languages
                onClicked: SessionModel.language = SessionModel.language === "zh" ? "en" : "zh"
            }
            AppButton {
                Layout.row: sheet.width < 260 * Theme.textScale ? 1 : 0
                Layout.column: sheet.width < 260 * Theme.textScale ? 0 : 1
                kind: AppButton.Quiet
                text: qsTr("Larger text")
                sign: Icons.textSize
                onClicked: SessionModel.textScale = SessionModel.textScale >= 2 ? 1 : SessionModel.textScale + 0.25
            }
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Quiet
            text: qsTr("Emergency numbers")
            sign: Icons.siren
            onClicked: Navigator.emergencyWanted()
        }
    }
}
