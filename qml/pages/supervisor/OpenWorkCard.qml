import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// One open thing: whose, what, until when, and what can be done about it.
Rectangle {
    id: card

    required property int section
    required property string record
    required property string elderId
    required property string householdId
    required property string elderName
    required property string door
    required property string area
    required property int what
    required property int level
    required property int state
    required property list<int> steps
    required property bool ownUrgent
    required property bool own
    required property bool atOnce
    required property string note
    required property string called
    required property string who
    required property moment at
    required property moment dueAt
    required property int minutesLeft
    required property int minutes
    required property int daysLeft
    required property int problem
    required property string field
    required property givenValue chosen
    required property givenValue other
    required property int rule
    required property bool changedSince
    required property personEntry older
    required property personEntry newer
    required property bool merged
    required property bool mergeable
    required property bool withdrawn
    required property bool waiting

    readonly property bool risk: section === App.OpenSection.Risks
    readonly property bool ladder: section === App.OpenSection.Ladders
    readonly property bool conflict: section === App.OpenSection.Conflicts
    readonly property bool persons: section === App.OpenSection.Duplicates
    readonly property bool edged: risk || (ladder && !withdrawn)
    readonly property int tone: OpenWords.tone(section, level, atOnce || minutesLeft < 0)

    implicitHeight: column.implicitHeight + 2 * Theme.space4
    radius: Theme.radius
    color: Theme.surface
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: OfficeWords.section(section) + " " + elderName + " " + OpenWords.what(section, what, minutes)

    Rectangle {
        visible: card.edged
        width: 6
        radius: 3
        anchors.left: parent.left
        anchors.leftMargin: 5
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: Theme.space3
        anchors.bottomMargin: Theme.space3
        color: Theme.ink(card.tone)
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space4
        anchors.leftMargin: Theme.space4 + (card.edged ? Theme.space2 : 0)
        spacing: Theme.space1

        Flow {
            Layout.fillWidth: true
            visible: card.risk || card.waiting || card.section === App.OpenSection.Hours
            spacing: Theme.space2

            Badge {
                visible: card.risk
                text: RiskWords.level(card.level)
                sign: RiskWords.sign(card.level)
                tone: RiskWords.tone(card.level)
            }
            Badge {
                visible: card.risk
                text: RiskWords.state(card.state)
            }
            Badge {
                visible: card.section === App.OpenSection.Hours
                text: OfficeWords.entryState(card.state)
                tone: card.state === Care.EntryState.Disputed ? Tone.Orange : Tone.Neutral
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
            visible: !card.persons
            text: Words.line([card.elderName, OpenWords.what(card.section, card.what, card.minutes)])
            strong: true
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: Words.line([card.area, card.door])
            quiet: true
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: OpenWords.told(card.section, card.what, card.note, card.steps, card.problem, card.field, card.withdrawn)
        }
        AppText {
            Layout.fillWidth: true
            visible: card.called !== ""
            text: qsTr("Rang: %1").arg(card.called)
        }
        TwoValues {
            Layout.fillWidth: true
            visible: card.conflict
            chosen: card.chosen
            other: card.other
            field: card.field
            changedSince: card.changedSince
        }
        TwoPersons {
            Layout.fillWidth: true
            visible: card.persons
            older: card.older
            newer: card.newer
            reason: card.level
            merged: card.merged
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: OpenWords.background(card.section, card.at, card.who, card.level, card.daysLeft, card.what)
            quiet: true
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: card.edged && card.dueAt.known
            text: card.ladder ? qsTr("%1 by %2 (%3)").arg(LadderWords.step(card.what)).arg(DateWords.dayAndTime(card.dueAt)).arg(RiskWords.deadline(card.minutesLeft))
                              : qsTr("%1 by %2 (%3)").arg(RiskWords.nextStep(card.state)).arg(DateWords.dayAndTime(card.dueAt)).arg(RiskWords.deadline(card.minutesLeft))
            color: card.minutesLeft < 0 ? Theme.ink(card.tone) : Theme.text
            strong: card.minutesLeft < 0
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            visible: card.own
            text: card.section === App.OpenSection.Hours ? qsTr("These are your own hours: another person has to confirm them.")
                                                         : qsTr("You reported this yourself: another person has to confirm it.")
            font.pixelSize: Theme.small
        }
        Flow {
            id: actions
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            spacing: Theme.space2

            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.risk && card.steps.length > 0
                text: OfficeWords.riskStep(card.steps.length > 0 ? card.steps[0] : 0) + " …"
                sign: Icons.check
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.followWanted(card.record, card.elderName + " · " + RiskWords.kind(card.what), card.level, card.state, card.steps, card.ownUrgent)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.section === App.OpenSection.Proposals && !card.own
                text: qsTr("Decide …")
                sign: Icons.check
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.decisionWanted(card.record, card.elderId, card.elderName, card.what, card.at)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.conflict
                text: qsTr("Compare and decide …")
                sign: Icons.check
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.conflictWanted(card.record, card.elderName, card.field, card.chosen, card.other, card.rule, card.changedSince)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.persons
                text: card.merged ? qsTr("Take apart …") : qsTr("Compare and decide …")
                sign: card.merged ? Icons.history : Icons.check
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.personsWanted(card.record, card.older, card.newer, card.level, card.merged, card.mergeable)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.section === App.OpenSection.Hours
                text: qsTr("Check …")
                sign: Icons.check
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.hoursWanted(card.record, card.elderName, card.what, card.minutes, card.steps)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.section === App.OpenSection.Unassigned || card.section === App.OpenSection.Missed
                text: card.section === App.OpenSection.Unassigned ? qsTr("Assign …") : qsTr("Reassign …")
                sign: Icons.userPlus
                spoken: text + " " + card.elderName
                onClicked: OpenDeeds.assignWanted(card.householdId, card.elderName)
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.elderId !== ""
                kind: card.ladder ? AppButton.Secondary : AppButton.Quiet
                text: card.ladder ? qsTr("Go on with the search") : qsTr("Open the file")
                spoken: text + " " + card.elderName
                onClicked: Navigator.openElder(card.elderId)
            }
        }
    }
}
