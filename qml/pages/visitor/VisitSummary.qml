pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The visit in plain sentences: what could be read aloud to the elder before it is saved.
ScrollArea {
    id: summary

    readonly property bool timeIsWrong: VisitModel.minutesLasted < 0 || VisitModel.minutesLasted > 24 * 60

    FailureNotice {
        width: parent.width
        failure: VisitModel.failure
    }
    Repeater {
        model: VisitModel.problems

        ErrorNotice {
            required property int code
            required property string field
            width: parent?.width ?? 0
            happened: FailureWords.problem(code, field)
            safe: qsTr("Nothing is lost: the visit is kept on this device as it is.")
            advice: field.startsWith("visit.ended_at") || field.startsWith("visit.started_at")
                    ? qsTr("Please set the clock of this device, or say below how long the visit was.")
                    : qsTr("Please go back, change it, and finish again.")
        }
    }
    Card {
        width: parent.width

        ColumnLayout {
            width: parent.width
            spacing: Theme.space4

            Repeater {
                model: VisitModel.elders

                Fact {
                    required property string name
                    required property int met
                    required property int proposal
                    Layout.fillWidth: true
                    visible: met !== Care.Met.NotAnswered || VisitModel.elders.count === 1
                    sign: Icons.user
                    label: name
                    value: (met === Care.Met.NotAnswered ? qsTr("Not answered yet") : VisitWords.met(met))
                           + (proposal > 0 ? " · " + qsTr("Reported: %1").arg(CareWords.proposal(proposal)) : "")
                }
            }
            Fact {
                Layout.fillWidth: true
                sign: Icons.clock
                label: qsTr("Time")
                value: VisitModel.paper ? qsTr("%1, %2", "day, length").arg(DateWords.weekdayAndDay(VisitModel.startedAt)).arg(DateWords.minutes(VisitModel.minutesLasted))
                     : summary.timeIsWrong ? qsTr("%1, cannot be right").arg(DateWords.dayAndTime(VisitModel.startedAt))
                     : qsTr("%1 to %2, %3").arg(DateWords.dayAndTime(VisitModel.startedAt)).arg(DateWords.time(VisitModel.endedAt))
                                          .arg(DateWords.minutes(VisitModel.minutesLasted))
            }
            Choice {
                Layout.fillWidth: true
                visible: summary.timeIsWrong || VisitModel.problems.count > 0

                Repeater {
                    model: [10, 20, 30, 45, 60, 90]

                    Chip {
                        required property int modelData
                        text: DateWords.minutes(modelData)
                        checked: VisitModel.minutesLasted === modelData
                        onClicked: VisitModel.setLasted(modelData)
                    }
                }
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.answerCount > 0
                sign: Icons.todo
                label: qsTr("How things are")
                value: VisitModel.asLastTime ? qsTr("As last time: %1").arg(VisitModel.answersText) : VisitModel.answersText
            }
            Repeater {
                model: VisitModel.risks

                Fact {
                    required property int kind
                    required property int level
                    required property string note
                    Layout.fillWidth: true
                    sign: RiskWords.sign(level)
                    label: qsTr("Risk, %1").arg(RiskWords.level(level))
                    value: note === "" ? RiskWords.kind(kind) : RiskWords.kind(kind) + " · " + note
                }
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.serviceMinutes > 0
                sign: Icons.heart
                label: qsTr("Done for them, %1").arg(DateWords.minutes(VisitModel.serviceMinutes))
                value: VisitWords.services(VisitModel.chosenServices)
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.withNames !== ""
                sign: Icons.team
                label: qsTr("Together with")
                value: VisitModel.withNames
            }
            Repeater {
                model: VisitModel.promises

                Fact {
                    required property string what
                    required property moment dueOn
                    required property int daysLeft
                    Layout.fillWidth: true
                    sign: Icons.promise
                    label: qsTr("Promised, %1").arg(CareWords.promised(dueOn, daysLeft))
                    value: what
                }
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.keptPromises > 0
                sign: Icons.check
                label: qsTr("Promises kept")
                value: VisitModel.keptPromises
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.unanswered && VisitModel.nextStep > 0
                sign: Icons.triangle
                label: qsTr("Nobody answered")
                value: Words.sentence(VisitModel.signs.length > 0 ? LadderWords.atOnce(VisitModel.nextStep)
                                      : LadderWords.byWhen(VisitModel.nextStep, VisitModel.nextStepDue, VisitModel.today))
                ink: Theme.orange
            }
            Fact {
                Layout.fillWidth: true
                visible: VisitModel.note !== ""
                sign: Icons.pencil
                label: qsTr("Note")
                value: VisitModel.note
            }
        }
    }
    ReadAloudButton {
        words: VisitModel.anyoneMet ? Words.joined([VisitModel.title, VisitModel.answersText, VisitWords.services(VisitModel.chosenServices),
                                                    VisitModel.note], "。") : ""
    }
    AppText {
        width: parent.width
        quiet: true
        font.pixelSize: Theme.small
        text: qsTr("Saved on this device at once, uploaded by itself when there is a network.")
    }
}
