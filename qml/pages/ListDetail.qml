import QtQuick
import Doorstep.Controls

// List and detail: side by side in wide windows, one over the other in narrow ones.
Item {
    id: pair

    required property bool wide
    required property bool detailOpen
    property Component list
    property Component detail

    Loader {
        id: listSlot
        width: pair.wide ? Theme.listWidth : pair.width
        height: pair.height
        sourceComponent: pair.list
        visible: pair.wide || !pair.detailOpen
    }
    Rectangle {
        visible: pair.wide
        x: listSlot.width
        width: 1
        height: pair.height
        color: Theme.line
    }
    Loader {
        x: pair.wide ? listSlot.width + 1 : 0
        width: pair.width - x
        height: pair.height
        sourceComponent: pair.detail
        visible: pair.wide || pair.detailOpen
    }
}
