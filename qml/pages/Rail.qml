import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Pages.Shared

// The places at the left of wide windows.
Rectangle {
    implicitWidth: Math.round(104 * Math.min(1.4, Theme.textScale))
    color: Theme.page

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space2
        spacing: Theme.space2

        Repeater {
            model: Navigator.places

            PlaceItem {
                required property int modelData
                Layout.fillWidth: true
                place: modelData
            }
        }
        Item {
            Layout.fillHeight: true
        }
        PlaceItem {
            Layout.fillWidth: true
            place: Navigator.Settings
        }
    }
}
