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
    cacheBuffer: 0
    bottomMargin: Theme.space5
    activeFocusOnTab: false
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Elders")

    T.ScrollBar.vertical: ScrollMark {}

    section.property: sections ? "section" : ""
    section.delegate: AreaSection {}

    delegate: ElderRow {
        x: ListView.view && ListView.view.width >= 600 ? Theme.space5 : Theme.space4
        width: ListView.view ? ListView.view.width - 2 * x : 0
        selected: ElderModel.elderId === elderId
        onClicked: Navigator.openElder(elderId)
    }
}
