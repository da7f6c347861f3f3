pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// The search for somebody who did not answer: what comes next and until when, the whole way, and what
// makes it urgent. Nothing but knowing where the elder is ends it.
Rectangle {
    id: card

    readonly property bool pressing: LadderModel.atOnce || (LadderModel.dueAt.known && LadderModel.minutesLeft < 0)
    readonly property int tone: pressing ? Tone.Red : Tone.Orange

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.radius
    color: Theme.surface
    border.width: 2
    border.color: Theme.ink(tone)

    ColumnLayout {
        id: column
        x: Theme.space4
        y: Theme.space4
        width: parent.width - 2 * x
        spacing: Theme.space3

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space3

            Icon {
                sign: card.pressing ? Icons.siren : Icons.triangle
                size: Math.round(28 * Theme.textScale)
                color: Theme.ink(card.tone)
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: Words.sentence(card.pressing ? LadderWords.atOnce(LadderModel.next)
                                                       : LadderWords.byWhen(LadderModel.next, LadderModel.dueAt, TodayModel.day))
                    color: Theme.ink(card.tone)
                }
                AppText {
                    Layout.fillWidth: true
                    text: Words.line([qsTr("Nobody answered %1").arg(DateWords.recent(LadderModel.startedAt, TodayModel.day)),
                                      LadderModel.dueAt.known ? LadderWords.left(LadderModel.minutesLeft) : ""])
                    quiet: true
                }
            }
        }
        UrgentNotice {
            Layout.fillWidth: true
            visible: LadderModel.atOnce
        }
        AppButton {
            Layout.fillWidth: true
            Layout.maximumWidth: card.width < 600 ? card.width : implicitWidth
            kind: AppButton.Primary
            text: qsTr("Do this step now")
            sign: LadderWords.sign(LadderModel.next)
            onClicked: stepSheet.openFor(LadderModel.next)
        }
        Column {
            Layout.fillWidth: true

            Repeater {
                id: rungs
                model: LadderModel.rungs

                LadderRungRow {
                    width: parent?.width ?? 0
                    count: rungs.count
                    onClicked: stepSheet.openFor(step)
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space2

            AppButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("I noticed something")
                sign: Icons.ear
                onClicked: signs.openEmpty()
            }
            AppButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Police and ambulance")
                sign: Icons.siren
                onClicked: Navigator.emergencyWanted()
            }
        }
        AppText {
            Layout.fillWidth: true
            text: qsTr("The search ends only when we know where the elder is. The times run on without a network.")
            quiet: true
            font.pixelSize: Theme.small
        }
    }

    LadderSheet {
        id: stepSheet
        objectName: "ladderSheet"
    }
    SignsSheet {
        id: signs
    }
}
