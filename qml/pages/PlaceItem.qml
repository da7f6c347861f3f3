import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// One place with its name and sign.
NavigationItem {
    id: item

    required property int place

    text: {
        switch (place) {
        case Navigator.Today: return qsTr("Today")
        case Navigator.Elders: return qsTr("Elders")
        case Navigator.Open: return qsTr("Open")
        case Navigator.Caseload: return qsTr("Caseload")
        case Navigator.Coverage: return qsTr("Coverage")
        default: return qsTr("Settings")
        }
    }
    sign: {
        switch (place) {
        case Navigator.Today: return Icons.sun
        case Navigator.Elders: return Icons.people
        case Navigator.Open: return Icons.todo
        case Navigator.Caseload: return Icons.team
        case Navigator.Coverage: return Icons.chart
        default: return Icons.settings
        }
    }
    current: Navigator.place === place
    count: place === Navigator.Open ? RisksModel.toAcknowledge : 0
    onClicked: Navigator.go(place)
}
