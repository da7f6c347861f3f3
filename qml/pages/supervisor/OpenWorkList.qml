pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// All that waits for a supervisor, the most urgent first.
ColumnLayout {
    id: page

    // What is open, and what can still be taken back.
    readonly property bool somethingToSee: OpenWorkModel.total > 0 || OpenWorkModel.rows.count > 0

    spacing: 0

    Component.onCompleted: AsideModel.refresh()

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Open")
        detail: OpenWorkModel.progress !== App.Progress.Ready || OpenWorkModel.total === 0 ? ""
              : Words.line([qsTr("%n thing(s) open", "", OpenWorkModel.total),
                            OpenWorkModel.urgent > 0 ? qsTr("%n urgent", "", OpenWorkModel.urgent) : ""])
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: OpenWorkModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: OpenWorkModel.failure
        action: qsTr("Try again")
        onActed: OpenWorkModel.refresh()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: OpenWorkModel.progress === App.Progress.Ready && !page.somethingToSee
        sign: Icons.circleCheck
        title: qsTr("Nothing is open")
        detail: qsTr("What visitors report appears here as soon as it is uploaded.")
    }
    Item {
        Layout.fillHeight: true
        visible: OpenWorkModel.progress !== App.Progress.Ready && !page.somethingToSee
    }
    OpenWorkRows {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: page.somethingToSee
    }
    AppButton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: OpenWorkModel.section === App.OpenSection.Unassigned && OpenWorkModel.rows.count > 1
        text: qsTr("Assign all of these …")
        sign: Icons.userPlus
        onClicked: assign.openFor(OpenWorkModel.unassignedHouseholds(), "")
    }

    AppButton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: AsideModel.rows.count > 0
        text: qsTr("%n change(s) put aside: decide …", "", AsideModel.rows.count)
        sign: Icons.triangle
        onClicked: aside.openAll()
    }

    Connections {
        target: OpenDeeds
        function onFollowWanted(flagId: string, about: string, level: int, state: int, steps: var, ownUrgent: bool) {
            followUp.openFor(flagId, about, level, state, steps, ownUrgent)
        }
        function onDecisionWanted(visitId: string, elderId: string, elderName: string, proposal: int, reportedOn: moment) {
            decision.openFor(visitId, elderId, elderName, proposal, reportedOn)
        }
        function onHoursWanted(entryId: string, elderName: string, kind: int, minutes: int, steps: var) {
            hours.openFor(entryId, elderName, kind, minutes, steps)
        }
        function onConflictWanted(conflictId: string, elderName: string, field: string, chosen: givenValue, other: givenValue, rule: int, changedSince: bool) {
            conflict.openFor(conflictId, elderName, field, chosen, other, rule, changedSince)
        }
        function onPersonsWanted(pairId: string, older: personEntry, newer: personEntry, reason: int, merged: bool, mergeable: bool) {
            persons.openFor(pairId, older, newer, reason, merged, mergeable)
        }
        function onAssignWanted(householdId: string, elderName: string) {
            assign.openFor([householdId], elderName)
        }
    }

    FollowUpSheet {
        id: followUp
        objectName: "followUpSheet"
    }
    DecisionSheet {
        id: decision
        objectName: "decisionSheet"
    }
    HoursSheet {
        id: hours
        objectName: "hoursSheet"
    }
    ConflictSheet {
        id: conflict
        objectName: "conflictSheet"
    }
    PersonsSheet {
        id: persons
        objectName: "personsSheet"
    }
    AssignSheet {
        id: assign
        objectName: "assignSheet"
    }
    AsideSheet {
        id: aside
        objectName: "asideSheet"
    }
}
