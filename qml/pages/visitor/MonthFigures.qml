import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// How far one's own doors are: people, turns, meetings.
Card {
    ColumnLayout {
        width: parent.width
        spacing: Theme.space4

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.space1

            AppText {
                Layout.fillWidth: true
                text: qsTr("Elders seen or spoken to")
                quiet: true
                font.pixelSize: Theme.small
            }
            RateBar {
                Layout.fillWidth: true
                share: MonthModel.elders === 0 ? -1 : MonthModel.contacted / MonthModel.elders
                text: qsTr("%1 / %2").arg(MonthModel.contacted).arg(MonthModel.elders)
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            visible: MonthModel.slotsDue > 0
            spacing: Theme.space1

            AppText {
                Layout.fillWidth: true
                text: qsTr("Turns kept of those begun")
                quiet: true
                font.pixelSize: Theme.small
            }
            RateBar {
                Layout.fillWidth: true
                share: MonthModel.slotsDue === 0 ? -1 : MonthModel.slotsSatisfied / MonthModel.slotsDue
                text: qsTr("%1 / %2").arg(MonthModel.slotsSatisfied).arg(MonthModel.slotsDue)
            }
        }
        Fact {
            Layout.fillWidth: true
            sign: Icons.people
            label: qsTr("Visits and calls, person by person")
            value: MonthModel.personTimes
        }
    }
}
