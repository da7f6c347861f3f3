import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Pages.Shared

// The places across the bottom of narrow windows.
Rectangle {
    implicitHeight: row.implicitHeight + 2 * Theme.space1
    color: Theme.surface

    Rule {
        width: parent.width
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.space1
        spacing: 0

        Repeater {
            model: Navigator.places

            PlaceItem {
                required property int modelData
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                place: modelData
            }
        }
        PlaceItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            place: Navigator.Settings
        }
    }
}
