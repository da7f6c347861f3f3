import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A second person's word on what a visitor reported: it holds from a day on, or it does not.
Sheet {
    id: sheet

    property string visitId: ""
    property string elderId: ""
    property string elderName: ""
    property int proposal: Care.Proposal.None
    property moment reportedOn
    readonly property bool leavesCare: proposal === Care.Proposal.Deceased || proposal === Care.Proposal.MovedOut
                                       || proposal === Care.Proposal.Institutionalised

    function openFor(visitId: string, elderId: string, elderName: string, proposal: int, reportedOn: moment) {
        sheet.visitId = visitId
        sheet.elderId = elderId
        sheet.elderName = elderName
        sheet.proposal = proposal
        sheet.reportedOn = reportedOn
        from.text = ""
        from.problem = ""
        OpenWorkModel.dismissSaveFailure()
        sheet.open()
    }

    title: qsTr("Confirm or reject")
    action: OpenWorkModel.saving ? qsTr("Saving …") : qsTr("It is so")
    second: qsTr("It is not so")
    ready: !OpenWorkModel.saving
    onActed: {
        if (!OpenWorkModel.confirm(sheet.visitId, sheet.elderId, from.text))
            from.problem = qsTr("Please give a day up to today, like 2026-11-20.")
    }
    onSecondActed: OpenWorkModel.reject(sheet.visitId, sheet.elderId)

    Heading {
        width: parent.width
        text: qsTr("%1 %2", "name, what was reported").arg(sheet.elderName).arg(CareWords.proposal(sheet.proposal))
    }
    AppText {
        width: parent.width
        text: sheet.leavesCare ? qsTr("Once confirmed, open visits end from that day on. The file and its history stay.")
                               : qsTr("Once confirmed, somebody on file may vouch for the elder while it lasts.")
        quiet: true
    }
    AppTextField {
        id: from
        width: parent.width
        label: qsTr("From which day on")
        example: sheet.reportedOn.known ? qsTr("the day it was reported, %1").arg(DateWords.day(sheet.reportedOn)) : ""
        onTextChanged: problem = ""
    }
    DeedFailure {
        width: parent.width
        failure: OpenWorkModel.saveFailure
        problem: OpenWorkModel.saveProblem
    }

    Connections {
        target: OpenWorkModel
        function onSaved() {
            sheet.close()
        }
    }
}
