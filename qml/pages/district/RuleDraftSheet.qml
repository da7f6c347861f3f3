pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A new set of switches, and the day from which it is to hold.
Sheet {
    id: sheet

    readonly property ruleSetEntry draft: RulesModel.draft

    function counts(kinds: list<int>, kind: int): bool {
        for (let at = 0; at < kinds.length; ++at) {
            if (kinds[at] === kind)
                return true
        }
        return false
    }

    title: qsTr("Rules from a later day")
    action: RulesModel.saving ? qsTr("Saving …") : qsTr("Hold from %1").arg(DateWords.dayOfYear(sheet.draft.from))
    ready: !RulesModel.saving && from.problem === ""
    onActed: RulesModel.saveDraft()
    onClosed: RulesModel.discardDraft()

    AppTextField {
        id: from
        width: parent.width
        label: qsTr("From which day on")
        example: DateWords.dayOfYear(sheet.draft.from)
        onTextChanged: {
            const fits = text.trim() === "" || RulesModel.setDraftFrom(text)
            problem = fits ? "" : qsTr("Please give a day after today, like 2026-12-01.")
        }
    }
    AppText {
        width: parent.width
        text: qsTr("Who is counted")
        strong: true
    }
    Choice {
        width: parent.width

        Repeater {
            model: 10

            Chip {
                required property int index
                readonly property int kind: index + 1
                text: CareWords.kind(kind)
                checked: sheet.counts(sheet.draft.kinds, kind)
                onClicked: RulesModel.toggleKind(kind)
            }
        }
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("Two contacts closer than this are one person-time")
        value: sheet.draft.sameContactMinutes
        step: 5
        to: 240
        shown: DateWords.minutes(value)
        onStepped: value => RulesModel.setNumber(RulesModel.SameContactMinutes, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("A confirmed absence holds for")
        value: sheet.draft.awayExpiresDays
        shown: qsTr("%n day(s)", "", value)
        onStepped: value => RulesModel.setNumber(RulesModel.AwayExpiresDays, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("A shorter stay in a care home counts as hospital")
        value: sheet.draft.shortInstitutionDays
        shown: qsTr("%n day(s)", "", value)
        onStepped: value => RulesModel.setNumber(RulesModel.ShortInstitutionDays, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("First visit after care begins, within")
        value: sheet.draft.firstVisitDays
        shown: qsTr("%n day(s)", "", value)
        onStepped: value => RulesModel.setNumber(RulesModel.FirstVisitDays, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("Figures are final on this day of the next month")
        value: sheet.draft.freezeDay
        to: 28
        shown: qsTr("day %1").arg(value)
        onStepped: value => RulesModel.setNumber(RulesModel.FreezeDay, value)
    }
    AppSwitch {
        width: parent.width
        text: qsTr("On a day off, at the end of the next working day")
        checked: sheet.draft.freezeWaits
        onToggled: RulesModel.setFreezeWaits(checked)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("A visitor may enter a visit later by up to")
        value: sheet.draft.backdateDays
        to: 60
        shown: qsTr("%n day(s)", "", value)
        onStepped: value => RulesModel.setNumber(RulesModel.BackdateDays, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("Nobody answers, tier A: the supervisor knows within")
        value: sheet.draft.ladderSupervisorMinutes
        step: 30
        to: 1440
        shown: DateWords.minutes(value)
        onStepped: value => RulesModel.setNumber(RulesModel.LadderSupervisorMinutes, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("Nobody answers, tier A: the community knows within")
        value: sheet.draft.ladderCommunityMinutes
        step: 30
        to: 1440
        shown: DateWords.minutes(value)
        onStepped: value => RulesModel.setNumber(RulesModel.LadderCommunityMinutes, value)
    }
    SwitchStepper {
        width: parent.width
        label: qsTr("Nobody answers, tier C: second try within")
        value: sheet.draft.ladderSecondTryDays
        to: 14
        shown: qsTr("%n day(s)", "", value)
        onStepped: value => RulesModel.setNumber(RulesModel.LadderSecondTryDays, value)
    }
    AppSwitch {
        width: parent.width
        text: qsTr("A device's sign of life counts as a contact")
        checked: sheet.draft.countRemoteMonitoring
        onToggled: RulesModel.setCountRemoteMonitoring(checked)
    }
    DeedFailure {
        width: parent.width
        failure: RulesModel.saveFailure
        problem: RulesModel.saveProblem
    }

    Connections {
        target: RulesModel
        function onSaved() {
            sheet.close()
        }
    }
}
