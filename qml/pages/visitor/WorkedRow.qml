import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One piece of work of one's own, under its day.
Column {
    id: row

    required property moment on
    required property bool firstOfDay
    required property bool lastOfDay
    required property int dayMinutes
    required property string elderName
    required property int kind
    required property int minutes
    required property int source
    required property bool certified
    required property bool overlaps

    SectionHeader {
        width: parent.width
        visible: row.firstOfDay
        text: DateWords.weekdayAndDay(row.on)
        detail: DateWords.minutes(row.dayMinutes)
        gap: Theme.space3
    }
    ListRow {
        width: parent.width
        first: row.firstOfDay
        last: row.lastOfDay
        focusPolicy: Qt.NoFocus
        hoverEnabled: false
        spokenRole: Accessible.ListItem
        spoken: Words.joined([what.text, DateWords.minutes(row.minutes), how.text], ", ")

        Column {
            width: parent.width
            spacing: 2

            RowLayout {
                width: parent.width
                spacing: Theme.space3

                AppText {
                    id: what
                    Layout.fillWidth: true
                    text: Words.line([VisitWords.service(row.kind), row.elderName])
                    strong: true
                    Accessible.ignored: true
                }
                AppText {
                    text: DateWords.minutes(row.minutes)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            AppText {
                id: how
                width: parent.width
                text: Words.line([row.source === Care.HoursSource.Measured ? qsTr("measured")
                                : row.source === Care.HoursSource.Entered ? qsTr("entered") : qsTr("estimated"),
                                  row.source === Care.HoursSource.Imputed ? "" : row.certified ? qsTr("certified") : qsTr("provisional"),
                                  row.overlaps ? qsTr("overlaps an earlier one") : ""])
                color: row.overlaps ? Theme.orange : Theme.quiet
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
