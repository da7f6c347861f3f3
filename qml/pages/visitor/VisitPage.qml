pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The visit, one question under the other. Every change is kept.
ColumnLayout {
    id: page

    readonly property bool summary: VisitModel.stage === App.VisitStage.Summary || VisitModel.stage === App.VisitStage.Saving

    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        visible: VisitModel.stage !== App.VisitStage.Saved
        title: page.summary ? qsTr("Read it through together") : VisitModel.title
        detail: page.summary ? VisitModel.title
                             : Words.line([VisitModel.correction ? qsTr("correction of %1").arg(DateWords.dayAndTime(VisitModel.startedAt))
                                         : VisitModel.paper ? qsTr("copied from paper")
                                         : VisitModel.startedAt.hasTime ? qsTr("begun %1").arg(DateWords.time(VisitModel.startedAt)) : "", VisitModel.door])
        canGoBack: true
        backSpoken: page.summary ? qsTr("Back to the visit") : qsTr("Leave, the visit is kept")
        onBack: page.summary ? VisitModel.backToRecording() : Navigator.leaveVisit()

        AppButton {
            visible: VisitModel.stage === App.VisitStage.Recording && !VisitModel.paper && !VisitModel.correction
            kind: AppButton.Quiet
            text: VisitModel.paused ? qsTr("Go on") : qsTr("Pause")
            sign: VisitModel.paused ? Icons.play : Icons.pause
            onClicked: VisitModel.paused ? VisitModel.resume() : VisitModel.pause()
        }
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space5
        visible: VisitModel.stage === App.VisitStage.Loading && VisitModel.failure === App.Failure.None
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: failure !== App.Failure.None && !page.summary
        failure: VisitModel.failure
    }
    Item {
        Layout.fillHeight: true
        visible: VisitModel.stage === App.VisitStage.Loading
    }
    ScrollArea {
        id: questions
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: VisitModel.stage === App.VisitStage.Recording
        spacing: Theme.space3

        ErrorNotice {
            width: parent.width
            visible: VisitModel.paused
            tone: Tone.Yellow
            happened: qsTr("The visit is paused.")
            safe: qsTr("Everything is kept on this device.")
            advice: qsTr("Press Go on when you are back; the break is taken off the time.")
        }
        PaperSection {
            width: parent.width
            visible: VisitModel.paper || VisitModel.correction
        }
        MetSection {
            width: parent.width
        }
        NoReplyNotice {
            width: parent.width
            visible: VisitModel.unanswered && !VisitModel.paper && !VisitModel.correction
        }
        ChecklistSection {
            objectName: "checklist"
            width: parent.width
            visible: VisitModel.anyoneMet
            onRiskWanted: kind => risk.openFor(VisitModel.answersOf, kind)
        }
        RiskSection {
            width: parent.width
            onRiskWanted: risk.openFor(VisitModel.answersOf, Care.RiskKind.Unknown)
        }
        ServiceSection {
            width: parent.width
            visible: VisitModel.anyoneMet && !VisitModel.correction
        }
        WithSection {
            width: parent.width
            visible: VisitModel.colleagues.count > 0 && VisitModel.answered
        }
        PromiseSection {
            width: parent.width
            visible: VisitModel.anyoneMet || VisitModel.openPromises.count > 0
            onPromiseWanted: promise.openEmpty()
        }
        PictureSection {
            width: parent.width
            visible: PicturesModel.canAdd && VisitModel.answered && !VisitModel.paper && !VisitModel.correction
            onPictureOpened: pictureId => picture.openFor(pictureId)
        }
        NoteSection {
            width: parent.width
        }
    }
    VisitSummary {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: page.summary
    }
    VisitSaved {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: VisitModel.stage === App.VisitStage.Saved
        onDone: Navigator.leaveVisit()
    }
    ActionBar {
        Layout.fillWidth: true
        visible: VisitModel.stage === App.VisitStage.Recording
        text: qsTr("Finish")
        sign: Icons.check
        ready: VisitModel.answered
        remark: VisitModel.answered ? "" : qsTr("First say whether you met them.")
        onActed: VisitModel.finish()
    }
    ActionBar {
        Layout.fillWidth: true
        visible: page.summary
        text: VisitModel.stage === App.VisitStage.Saving ? qsTr("Saving …") : qsTr("Save")
        sign: Icons.check
        ready: VisitModel.stage === App.VisitStage.Summary && VisitModel.problems.count === 0
        second: qsTr("Back")
        onActed: VisitModel.save()
        onSecondActed: VisitModel.backToRecording()
    }

    PictureSheet {
        id: picture
        objectName: "visitPictureSheet"
    }
    PromiseSheet {
        id: promise
        objectName: "promiseSheet"
    }
    RiskSheet {
        id: risk
        objectName: "riskSheet"
    }
}
