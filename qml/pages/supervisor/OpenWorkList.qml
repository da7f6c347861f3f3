pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// All that waits for a supervisor, the most urgent first.
ColumnLayout {
    id: page

    spacing: 0

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
        visible: OpenWorkModel.progress === App.Progress.Ready && OpenWorkModel.total === 0
        sign: Icons.circleCheck
        title: qsTr("Nothing is open")
        detail: qsTr("What visitors report appears here as soon as it is uploaded.")
    }
    Item {
        Layout.fillHeight: true
        visible: OpenWorkModel.progress !== App.Progress.Ready && OpenWorkModel.total === 0
    }
    OpenWorkRows {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: OpenWorkModel.total > 0
    }
    AppButton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: OpenWorkModel.section === App.OpenSection.Unassigned && OpenWorkModel.rows.count > 1
        text: qsTr("Assign all of these …")
        sign: Icons.userPlus
        onClicked: assign.openFor(OpenWorkModel.unassignedHouseholds(), "")
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
    AssignSheet {
        id: assign
        objectName: "assignSheet"
    }
}
