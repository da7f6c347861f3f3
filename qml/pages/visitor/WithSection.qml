import QtQuick
import Doorstep.Models
import Doorstep.Pages.Shared

// Who came along: one visit, the hours to each.
VisitSection {
    title: qsTr("Were you alone?")

    ColleagueChoice {
        width: parent.width
        people: VisitModel.colleagues
        onToggled: (workerId, there) => VisitModel.setColleague(workerId, there)
    }
}
