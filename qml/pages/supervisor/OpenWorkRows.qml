import QtQuick
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls

// The open things, kind by kind. A list view makes headings only in files that are not bound, so what is pressed
// goes out through OpenDeeds.
ListView {
    id: rows

    // The chips come with the data and make the header grow upwards: whoever stands at the top stays there.
    readonly property real headerHeight: headerItem?.height ?? 0
    property bool atTop: true

    onMovementEnded: rows.atTop = rows.contentY <= rows.originY + 1
    onHeaderHeightChanged: if (rows.atTop) rows.positionViewAtBeginning()

    model: OpenWorkModel.rows
    clip: true
    spacing: Theme.space3
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    bottomMargin: Theme.space5
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Open")

    T.ScrollBar.vertical: ScrollMark {}

    header: OpenSections {}
    // One kind alone needs no heading: its chip says it.
    section.property: OpenWorkModel.section < 0 ? "section" : ""
    section.delegate: OpenSectionHeader {}

    delegate: OpenWorkCard {
        x: Theme.space4
        width: ListView.view ? ListView.view.width - 2 * Theme.space4 : 0
    }
}
