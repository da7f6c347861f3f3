import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One visit of the past on the timeline.
RowLayout {
    id: row

    required property moment startedAt
    required property int minutes
    required property int mode
    required property int outcome
    required property int proposal
    required property list<int> services
    required property string workers
    required property string note
    required property bool waiting
    required property int index
    property bool last: false

    spacing: Theme.space3

    Item {
        Layout.fillHeight: true
        implicitWidth: Math.round(36 * Theme.textScale)
        implicitHeight: implicitWidth

        Rectangle {
            visible: !row.last
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.implicitWidth
            width: 2
            height: Math.max(0, parent.height - y + Theme.space4)
            color: Theme.line
        }
        Rectangle {
            width: parent.implicitWidth
            height: width
            radius: width / 2
            color: VisitWords.reached(row.outcome) ? Theme.primarySoft : Theme.orangeSoft

            Icon {
                anchors.centerIn: parent
                sign: VisitWords.outcomeSign(row.mode, row.outcome)
                size: Math.round(18 * Theme.textScale)
                color: VisitWords.reached(row.outcome) ? Theme.primary : Theme.orange
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: VisitWords.outcome(row.mode, row.outcome)
            strong: true
        }
        AppText {
            Layout.fillWidth: true
            text: Words.line([DateWords.dayAndTime(row.startedAt), row.minutes > 0 ? DateWords.minutes(row.minutes) : "", row.workers])
            quiet: true
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: row.services.length > 0
            text: VisitWords.services(row.services)
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: row.proposal > 0
            text: qsTr("Reported: %1").arg(CareWords.proposal(row.proposal))
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: row.note !== ""
            text: row.note
        }
        Badge {
            visible: row.waiting
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            text: qsTr("Not uploaded yet")
            sign: Icons.cloudUpload
            tone: Tone.Yellow
        }
    }
}
