pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Chart and table in one: each area's bar stands in its row, its numbers beside it.
Card {
    id: card

    required property RowModel areas
    required property string heading
    readonly property bool wide: width >= 720 * Theme.textScale

    signal opened(string areaId)
    signal missedWanted(string code, string name)

    padding: Theme.space5

    ColumnLayout {
        width: parent.width
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space2
            visible: card.wide
            spacing: Theme.space3

            TableHead {
                Layout.preferredWidth: Math.round(200 * Theme.textScale)
                text: card.heading
                horizontalAlignment: Text.AlignLeft
            }
            TableHead {
                Layout.preferredWidth: Math.round(72 * Theme.textScale)
                text: qsTr("Due")
            }
            TableHead {
                Layout.preferredWidth: Math.round(72 * Theme.textScale)
                text: qsTr("Reached")
            }
            TableHead {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space4
                text: qsTr("Rate")
                horizontalAlignment: Text.AlignLeft
            }
            TableHead {
                Layout.preferredWidth: Math.round(112 * Theme.textScale)
                text: qsTr("Missed")
                rightPadding: 2 * Theme.space1 + Math.round(18 * Theme.textScale)
            }
        }
        Repeater {
            model: card.areas

            ColumnLayout {
                id: slot
                required property string areaId
                required property string code
                required property string name
                required property bool deeper
                required property int elders
                required property int contacted
                required property int missed
                required property double share
                required property string rate

                Layout.fillWidth: true
                spacing: 0

                Rule {
                    Layout.fillWidth: true
                }
                AreaRow {
                    Layout.fillWidth: true
                    areaId: slot.areaId
                    code: slot.code
                    name: slot.name
                    deeper: slot.deeper
                    elders: slot.elders
                    contacted: slot.contacted
                    missed: slot.missed
                    share: slot.share
                    rate: slot.rate
                    wide: card.wide
                    onOpened: card.opened(slot.areaId)
                    onMissedWanted: card.missedWanted(slot.code, slot.name)
                }
            }
        }
    }
}
