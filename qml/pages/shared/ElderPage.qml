pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// One elder: who, how to approach, whom to ring, what was, what is open.
ColumnLayout {
    id: page

    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: ElderModel.name
        detail: ElderModel.name === "" ? "" : Words.line([ElderModel.age > 0 ? qsTr("%n year(s) old", "", ElderModel.age) : "", CareWords.gender(ElderModel.gender),
                 CareWords.cadence(ElderModel.tier)])
        canGoBack: !Navigator.wide
        onBack: Navigator.closeElder()

        Badge {
            visible: ElderModel.due
            text: CareWords.due(ElderModel.daysLeft)
            sign: ElderModel.daysLeft < 0 ? Icons.alarm : Icons.calendar
            tone: CareWords.dueTone(ElderModel.daysLeft)
        }
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space5
        visible: ElderModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space5
        failure: ElderModel.failure
    }
    Item {
        Layout.fillHeight: true
        visible: ElderModel.progress !== App.Progress.Ready
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: ElderModel.progress === App.Progress.Ready
        spacing: Theme.space4

        ErrorNotice {
            width: parent.width
            visible: ElderModel.safetyNote !== ""
            tone: Tone.Yellow
            happened: qsTr("For your own safety")
            safe: ElderModel.safetyNote
            advice: qsTr("If in doubt, stay outside and ring.")
        }
        LadderCard {
            width: parent.width
            visible: LadderModel.running
        }
        ErrorNotice {
            width: parent.width
            visible: LadderModel.accountedBy > 0
            tone: Tone.Green
            happened: qsTr("The search ended at %1").arg(DateWords.time(LadderModel.endedAt))
            safe: LadderWords.accountedBy(LadderModel.accountedBy)
            advice: qsTr("The elder stays on the list until somebody has seen or spoken to them.")
        }
        PromiseCard {
            width: parent.width
            visible: ElderModel.promises.count > 0
        }
        Card {
            width: parent.width

            ColumnLayout {
                width: parent.width
                spacing: Theme.space4

                Choice {
                    Layout.fillWidth: true
                    visible: ElderModel.kinds.length > 0 || ElderModel.status > Care.Status.AtHome

                    Badge {
                        visible: ElderModel.status > Care.Status.AtHome
                        text: CareWords.status(ElderModel.status)
                        sign: Icons.info
                        tone: Tone.Yellow
                    }
                    Repeater {
                        model: ElderModel.kinds

                        Badge {
                            required property int modelData
                            text: CareWords.kind(modelData)
                        }
                    }
                }
                Fact {
                    Layout.fillWidth: true
                    visible: value !== ""
                    sign: Icons.heart
                    label: qsTr("How to approach")
                    value: ElderModel.howToApproach
                }
                Fact {
                    Layout.fillWidth: true
                    visible: value !== ""
                    sign: Icons.ear
                    label: qsTr("Language and hearing")
                    value: Words.joined([ElderModel.speech, ElderModel.hearing], " · ")
                }
                Fact {
                    Layout.fillWidth: true
                    sign: Icons.mapPin
                    label: ElderModel.area
                    value: Words.joined([ElderModel.door, ElderModel.doorNote], " · ")
                }
                ReadAloudButton {
                    words: Words.joined([ElderModel.howToApproach, ElderModel.hearing, ElderModel.doorNote], "。")
                }
                NumberRow {
                    Layout.fillWidth: true
                    visible: ElderModel.phone !== ""
                    name: qsTr("Telephone")
                    number: ElderModel.phone
                    onClicked: Navigator.numberWanted(ElderModel.name, number)
                }
                Fact {
                    Layout.fillWidth: true
                    visible: ElderModel.companions.count > 0
                    sign: Icons.people
                    label: qsTr("Lives here, too")
                    value: ElderModel.companionNames
                }
                Fact {
                    Layout.fillWidth: true
                    sign: Icons.user
                    label: qsTr("Visited by")
                    value: ElderModel.workerName === "" ? qsTr("Nobody is assigned") : ElderModel.workerName
                }
                AppButton {
                    visible: SessionModel.supervisor || SessionModel.district
                    kind: AppButton.Quiet
                    text: ElderModel.workerName === "" ? qsTr("Assign …") : qsTr("Reassign …")
                    sign: Icons.userPlus
                    onClicked: assign.openFor([ElderModel.householdId], Words.line([ElderModel.name, ElderModel.door]))
                }
            }
        }
        SectionHeader {
            width: parent.width
            visible: ElderModel.risks.count > 0
            text: qsTr("Risks")
            sign: Icons.flag
            gap: Theme.space2
        }
        Repeater {
            model: ElderModel.risks

            RiskCard {
                width: parent?.width ?? 0
            }
        }
        SectionHeader {
            width: parent.width
            visible: ElderModel.conflicts.count > 0
            text: qsTr("Filled in differently")
            gap: Theme.space2
            sign: Icons.info
        }
        Repeater {
            model: ElderModel.conflicts

            ConflictCard {
                width: parent?.width ?? 0
            }
        }
        ContactCard {
            width: parent.width
            people: ElderModel.contacts
        }
        PictureCard {
            width: parent.width
            onPictureOpened: pictureId => picture.openFor(pictureId)
        }
        MoreToRecord {
            width: parent.width
            visible: SessionModel.visitor || SessionModel.supervisor
            onServiceWanted: service.openFor(ElderModel.elderId, ElderModel.householdId, ElderModel.name)
        }
        Card {
            width: parent.width

            ColumnLayout {
                width: parent.width
                spacing: Theme.space4

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Visits and calls")
                    font.pixelSize: Theme.body
                }
                AppText {
                    Layout.fillWidth: true
                    visible: ElderModel.timeline.count === 0
                    quiet: true
                    text: qsTr("None yet. Yours is the first.")
                }
                Repeater {
                    id: visits
                    model: ElderModel.timeline

                    PastVisitRow {
                        Layout.fillWidth: true
                        last: index === visits.count - 1
                        blocked: ElderModel.hasDraft
                        onPutRightWanted: what => pastVisit.openFor(visitId, what)
                    }
                }
            }
        }
    }
    ActionBar {
        Layout.fillWidth: true
        visible: ElderModel.progress === App.Progress.Ready && (SessionModel.visitor || SessionModel.supervisor)
        text: ElderModel.hasDraft ? qsTr("Go on with the visit") : qsTr("Start visit")
        sign: Icons.play
        remark: ElderModel.hasDraft ? qsTr("Begun %1, kept on this device").arg(DateWords.dayAndTime(ElderModel.draftStartedAt)) : ""
        onActed: Navigator.visit(ElderModel.elderId)
    }

    PictureSheet {
        id: picture
        objectName: "pictureSheet"
    }
    ServiceSheet {
        id: service
        objectName: "serviceSheet"
    }
    PastVisitSheet {
        id: pastVisit
        objectName: "pastVisitSheet"
    }

    AssignSheet {
        id: assign
        objectName: "assignDoorSheet"
    }
}
