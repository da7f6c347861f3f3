pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Pages.Shared

// The places across the bottom of narrow windows; with many of them the last ones stand behind one more.
Rectangle {
    id: bar

    readonly property bool crowded: Navigator.places.length > 4
    readonly property int room: crowded ? 4 : Navigator.places.length

    // Whether a place has its own room here.
    function stands(place: int): bool {
        for (let at = 0; at < bar.room; ++at) {
            if (Navigator.places[at] === place)
                return true
        }
        return false
    }

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
                required property int index
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: index < bar.room
                place: modelData
            }
        }
        PlaceItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: !bar.crowded
            place: Navigator.Settings
        }
        NavigationItem {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: bar.crowded
            text: qsTr("More")
            sign: Icons.more
            current: !bar.stands(Navigator.place)
            onClicked: more.open()
        }
    }
    MoreSheet {
        id: more
        objectName: "moreSheet"
        from: bar.room
    }
}
