import QtQuick
import QtQuick.Layouts

// A page's title, the way back, and what stands beside it.
Item {
    id: header

    required property string title
    property string detail: ""
    property bool canGoBack: false
    property string backSpoken: qsTr("Back")
    default property alias actions: side.data
    property int maximumWidth: Theme.readingWidth
    property bool oneSign: false  // stands beside the title: it always finds room there
    readonly property bool narrow: !oneSign && width < 340 * Theme.textScale
    readonly property int margin: width >= 600 ? Theme.space5 : Theme.space4

    signal back

    implicitHeight: row.implicitHeight + 2 * Theme.space3

    RowLayout {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        x: header.canGoBack ? Theme.space2 : header.margin
        width: Math.min(header.width - header.margin, header.margin + header.maximumWidth) - x
        spacing: Theme.space2

        IconButton {
            visible: header.canGoBack
            sign: Icons.back
            spoken: header.backSpoken
            Layout.alignment: Qt.AlignTop
            onClicked: header.back()
        }
        // Beside the title where there is room, else below it.
        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Theme.space3
            rowSpacing: Theme.space1

            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: header.title
                    font.pixelSize: header.width >= 600 ? Theme.heading : Theme.title
                }
                AppText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: header.detail
                    quiet: true
                    font.pixelSize: Theme.small
                }
            }
            RowLayout {
                id: side
                Layout.row: header.narrow ? 1 : 0
                Layout.column: header.narrow ? 0 : 1
                spacing: Theme.space2
                visible: children.length > 0
                Layout.alignment: Qt.AlignVCenter
            }
        }
    }
}
