import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One risk: how urgent, what, whose, and until when somebody has to answer.
Rectangle {
    id: card

    required property string flagId
    required property string elderName
    required property int kind
    required property int level
    required property int state
    required property bool open
    required property string note
    required property string called
    required property string reportedBy
    required property moment openedAt
    required property moment dueAt
    required property int minutesLeft
    required property bool waiting

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: RiskWords.level(level) + " " + RiskWords.kind(kind) + " " + elderName

    Rectangle {
        visible: card.open
        width: 6
        radius: 3
        anchors.left: parent.left
        anchors.leftMargin: 5
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.space3
        anchors.bottomMargin: Theme.space3
        color: Theme.ink(RiskWords.tone(card.level))
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        anchors.leftMargin: Theme.space4 + Theme.space2
        spacing: Theme.space1

        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            Badge {
                text: RiskWords.level(card.level)
                sign: RiskWords.sign(card.level)
                tone: card.open ? RiskWords.tone(card.level) : Tone.Neutral
            }
            Badge {
                text: RiskWords.state(card.state)
            }
            Badge {
                visible: card.waiting
                text: qsTr("Not uploaded yet")
                sign: Icons.cloudUpload
                tone: Tone.Yellow
            }
        }
        AppText {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            text: RiskWords.kind(card.kind)
            strong: true
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: card.note
        }
        AppText {
            Layout.fillWidth: true
            visible: card.called !== ""
            text: qsTr("Rang: %1").arg(card.called)
        }
        AppText {
            Layout.fillWidth: true
            text: Words.line([DateWords.dayAndTime(card.openedAt), card.reportedBy])
            quiet: true
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: card.open && card.dueAt.known
            text: qsTr("%1 by %2 (%3)").arg(RiskWords.nextStep(card.state)).arg(DateWords.dayAndTime(card.dueAt))
                                       .arg(RiskWords.deadline(card.minutesLeft))
            color: card.minutesLeft < 0 ? Theme.ink(card.level === Care.RiskLevel.Red ? Tone.Red : Tone.Orange) : Theme.text
            strong: card.minutesLeft < 0
            font.pixelSize: Theme.small
        }
    }
}
