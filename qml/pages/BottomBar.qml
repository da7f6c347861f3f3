import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Pages.Shared

// The places across the bottom of narrow windows; with many of them the last ones stand behind one more.
Rectangle {
    id: bar

    readonly property bool crowded: Navigator.places.length > 5
    readonly property int room: crowded ? 4 : Navigator.places.length

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
            current: Navigator.places.indexOf(Navigator.place) >= bar.room || Navigator.place === Navigator.Settings
            onClicked: more.open()
        }
    }
    MoreSheet {
        id: more
        objectName: "moreSheet"
        from: bar.room
    }
}
