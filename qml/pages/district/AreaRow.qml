import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One area: how many, how many reached, the rate as a bar, and who is missing.
Item {
    id: row

    required property string areaId
    required property string code
    required property string name
    required property bool deeper
    required property int elders
    required property int contacted
    required property int missed
    required property double share
    required property string rate
    property bool wide: true

    signal opened
    signal missedWanted

    implicitHeight: Math.max(Theme.primaryTarget, grid.implicitHeight)
    Accessible.role: Accessible.Row
    Accessible.name: qsTr("%1: %2, %3 of %4, %5 missed").arg(name).arg(rate).arg(contacted).arg(elders).arg(missed)

    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Theme.space3
        rowSpacing: 0

        TextLink {
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: !row.wide
            Layout.preferredWidth: row.wide ? Math.round(200 * Theme.textScale) : -1
            leftPadding: 0
            enabled: row.deeper
            text: row.name
            spoken: qsTr("Open %1").arg(row.name)
            onClicked: row.opened()
        }
        AppText {
            visible: row.wide
            Layout.row: 0
            Layout.column: 1
            Layout.preferredWidth: Math.round(72 * Theme.textScale)
            text: qsTr("%L1").arg(row.elders)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        AppText {
            visible: !row.wide
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
            text: qsTr("%L1 / %L2").arg(row.contacted).arg(row.elders)
            horizontalAlignment: Text.AlignRight
            rightPadding: 2 * Theme.space1 + Math.round(18 * Theme.textScale)
            wrapMode: Text.NoWrap
            quiet: true
            Accessible.ignored: true
        }
        AppText {
            visible: row.wide
            Layout.row: 0
            Layout.column: 2
            Layout.preferredWidth: Math.round(72 * Theme.textScale)
            text: qsTr("%L1").arg(row.contacted)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        RateBar {
            Layout.fillWidth: true
            Layout.row: row.wide ? 0 : 1
            Layout.column: row.wide ? 3 : 0
            Layout.leftMargin: row.wide ? Theme.space4 : 0
            share: row.share
            text: row.rate
            Accessible.ignored: true
        }
        TextLink {
            Layout.row: row.wide ? 0 : 1
            Layout.column: row.wide ? 4 : 1
            Layout.preferredWidth: row.wide ? Math.round(112 * Theme.textScale) : -1
            enabled: row.missed > 0
            chevron: true
            alignment: Text.AlignRight
            text: row.missed === 0 ? qsTr("none") : row.wide ? qsTr("%L1").arg(row.missed) : qsTr("%L1 missed").arg(row.missed)
            spoken: qsTr("%1 missed in %2").arg(row.missed).arg(row.name)
            onClicked: row.missedWanted()
        }
    }
}
