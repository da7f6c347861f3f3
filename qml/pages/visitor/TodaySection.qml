import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The heading over one group of today's doors.
SectionHeader {
    required property string section

    x: Theme.space4
    width: ListView.view ? ListView.view.width - 2 * Theme.space4 : 0
    text: section === "!begun" ? qsTr("Under way") : section === "!urgent" ? qsTr("Cannot wait") : section === "~done" ? qsTr("Visited today") : section
    detail: TodayModel.visited + TodayModel.toVisit > 0 ? TodayModel.countOf(section) : ""
    sign: section === "!begun" ? Icons.play : section === "!urgent" ? Icons.alarm : section === "~done" ? Icons.check : ""
    ink: section === "!urgent" ? Theme.orange : Theme.text
}
