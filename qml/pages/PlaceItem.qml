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
        case Navigator.Month: return qsTr("My month")
        case Navigator.EndOfDay: return qsTr("End of day")
        case Navigator.Rules: return qsTr("Rules")
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
        case Navigator.Month: return Icons.calendar
        case Navigator.EndOfDay: return Icons.moon
        case Navigator.Rules: return Icons.sliders
        default: return Icons.settings
        }
    }
    current: Navigator.place === place
    count: place === Navigator.Open ? OpenWorkModel.urgent : 0
    onClicked: Navigator.go(place)
}
