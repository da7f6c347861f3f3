import QtQuick
import Doorstep.Models
import Doorstep.Controls

// How far one's own doors are: people, turns, meetings.
Card {
    Column {
        width: parent.width
        spacing: Theme.space1

        AppText {
            width: parent.width
            text: qsTr("Elders seen or spoken to")
            quiet: true
            font.pixelSize: Theme.small
        }
        RateBar {
            width: parent.width
            wordsWidth: Math.round(104 * Theme.textScale)
            share: MonthModel.elders === 0 ? -1 : MonthModel.contacted / MonthModel.elders
            text: qsTr("%1 / %2").arg(MonthModel.contacted).arg(MonthModel.elders)
        }
        AppText {
            width: parent.width
            visible: MonthModel.slotsDue > 0
            topPadding: Theme.space3
            text: qsTr("Turns kept of those begun")
            quiet: true
            font.pixelSize: Theme.small
        }
        RateBar {
            width: parent.width
            visible: MonthModel.slotsDue > 0
            wordsWidth: Math.round(104 * Theme.textScale)
            share: MonthModel.slotsDue === 0 ? -1 : MonthModel.slotsSatisfied / MonthModel.slotsDue
            text: qsTr("%1 / %2").arg(MonthModel.slotsSatisfied).arg(MonthModel.slotsDue)
        }
        Item {
            width: 1
            height: Theme.space2
        }
        Fact {
            width: parent.width
            sign: Icons.people
            label: qsTr("Visits and calls, person by person")
            value: MonthModel.personTimes
        }
    }
}
