pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// When a visit was that is copied from paper, and how long; of a corrected one how long.
VisitSection {
    title: VisitModel.paper ? qsTr("When was it, and how long?") : qsTr("How long was it?")
    remark: DateWords.minutes(VisitModel.minutesLasted)

    DayChoice {
        width: parent.width
        visible: VisitModel.paper
        most: VisitModel.mostDaysAgo
        daysAgo: VisitModel.daysAgo
        onChosen: days => VisitModel.daysAgo = days
    }
    Choice {
        width: parent.width

        Repeater {
            model: [10, 20, 30, 45, 60, 90]

            Chip {
                required property int modelData
                text: DateWords.minutes(modelData)
                checked: VisitModel.minutesLasted === modelData
                onClicked: VisitModel.setLasted(modelData)
            }
        }
    }
}
