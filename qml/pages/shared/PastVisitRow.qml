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
    required property string visitId
    required property bool voided
    required property bool corrects
    required property bool correctable
    required property int index
    property bool last: false
    property bool blocked: false  // by a visit begun here and not saved
    readonly property string what: Words.line([VisitWords.outcome(row.mode, row.outcome), DateWords.dayAndTime(row.startedAt)])

    signal putRightWanted(string what)

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
            text: row.voided ? qsTr("Did not take place") : VisitWords.outcome(row.mode, row.outcome)
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
        AppText {
            Layout.fillWidth: true
            visible: row.corrects
            text: qsTr("Corrected; the first record is kept.")
            quiet: true
            font.pixelSize: Theme.small
        }
        AppButton {
            visible: row.correctable && !row.blocked
            kind: AppButton.Quiet
            leftPadding: 0
            text: qsTr("Put it right")
            spoken: qsTr("Put it right: %1").arg(row.what)
            onClicked: row.putRightWanted(row.what)
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
