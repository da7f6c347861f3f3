pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Controls
import Doorstep.Pages.Shared

// The places that have no room across the bottom.
Sheet {
    id: sheet

    property int from: 0

    title: qsTr("More")

    Column {
        width: parent.width
        spacing: Theme.space2

        Repeater {
            model: Navigator.places

            PlaceItem {
                required property int modelData
                required property int index
                width: parent?.width ?? 0
                visible: index >= sheet.from
                place: modelData
            }
        }
        PlaceItem {
            width: parent.width
            place: Navigator.Settings
        }
    }

    Connections {
        target: Navigator
        function onPlaceChanged() {
            sheet.close()
        }
    }
}
