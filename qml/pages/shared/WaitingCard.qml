import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One thing that waits, or that was put aside and why.
ListRow {
    id: row

    required property int kind
    required property string elderName
    required property moment madeAt
    required property int problem
    required property string field
    required property string changeId
    required property moment startedAt
    required property int minutes
    required property int index
    property int count: 0

    signal correctionWanted

    first: index === 0
    last: index === count - 1
    focusPolicy: Qt.NoFocus
    hoverEnabled: false
    spokenRole: Accessible.ListItem
    spoken: SyncWords.recordKind(kind) + " " + elderName

    ColumnLayout {
        width: parent.width
        spacing: 2

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
                text: row.elderName === "" ? SyncWords.recordKind(row.kind)
                                           : SyncWords.recordKind(row.kind) + " · " + row.elderName
                strong: true
                Accessible.ignored: true
            }
            AppText {
                text: DateWords.dayAndTime(row.madeAt)
                quiet: true
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        AppText {
            Layout.fillWidth: true
            visible: row.problem > 0
            text: FailureWords.problem(row.problem, row.field) + " " + qsTr("It is kept; please tell your supervisor.")
            Accessible.ignored: true
        }
        AppButton {
            visible: row.changeId !== ""
            text: qsTr("Put the time right …")
            spoken: text + " " + row.elderName
            onClicked: row.correctionWanted()
        }
    }
}
