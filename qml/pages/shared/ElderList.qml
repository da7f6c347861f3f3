pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls

// A long list of elders by area.
ListView {
    id: list

    required property RowModel elders
    property bool sections: true

    model: elders
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    bottomMargin: Theme.space5
    reuseItems: true
    activeFocusOnTab: false
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Elders")

    T.ScrollBar.vertical: ScrollMark {}

    section.property: sections ? "section" : ""
    section.delegate: SectionHeader {
        required property string section
        x: Theme.space4
        width: list.width - 2 * Theme.space4
        text: section
    }

    delegate: ElderRow {
        x: Theme.space4
        width: list.width - 2 * Theme.space4
        selected: ElderModel.elderId === elderId
        onClicked: Navigator.openElder(elderId)
    }
}
