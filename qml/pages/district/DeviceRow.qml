import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One device and its day.
ListRow {
    id: row

    required property string device
    required property string worker
    required property moment lastHello
    required property bool helloThatDay
    required property bool revoked
    required property int waiting
    required property int received
    required property int quarantined
    required property int visits

    readonly property string state: revoked && waiting > 0 ? qsTr("No longer in use, holds %L1").arg(waiting)
                                  : revoked ? qsTr("No longer in use") : waiting > 0 ? qsTr("holds %L1").arg(waiting)
                                  : !lastHello.known ? qsTr("Never heard from") : !helloThatDay ? qsTr("Silent") : qsTr("All handed in")

    focusPolicy: Qt.NoFocus
    hoverEnabled: false
    spokenRole: Accessible.ListItem
    spoken: Words.joined([device, worker, state], ", ")

    Column {
        width: parent.width
        spacing: 2

        TitleLine {
            width: parent.width
            text: Words.line([row.device, row.worker])
            narrow: row.availableWidth < 360 * Theme.textScale

            Badge {
                text: row.state
                sign: row.revoked ? Icons.lock : row.waiting > 0 ? Icons.cloudUpload : row.helloThatDay ? Icons.check : Icons.cloudOff
                tone: row.waiting > 0 ? Tone.Orange : row.revoked ? Tone.Neutral : row.helloThatDay ? Tone.Green : Tone.Yellow
            }
        }
        AppText {
            width: parent.width
            text: Words.line([row.lastHello.known ? qsTr("last heard from %1").arg(DateWords.dayAndTime(row.lastHello)) : "",
                              qsTr("sent %L1, of these %L2 visits").arg(row.received).arg(row.visits),
                              row.quarantined > 0 ? qsTr("%L1 put aside").arg(row.quarantined) : "",
                              row.revoked && row.waiting > 0 ? qsTr("lost or to be handed in") : ""])
            quiet: true
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
}
