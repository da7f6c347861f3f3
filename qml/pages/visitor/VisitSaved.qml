import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// It is safe.
ColumnLayout {
    id: page

    signal done

    spacing: 0

    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        sign: Icons.circleCheck
        title: VisitModel.unanswered && VisitModel.nextStep > 0 ? qsTr("Saved. The search goes on") : qsTr("The visit is saved on this device")
        detail: VisitModel.unanswered && VisitModel.nextStep > 0
                ? Words.sentence(VisitModel.signs.length > 0 ? LadderWords.atOnce(VisitModel.nextStep)
                                 : LadderWords.byWhen(VisitModel.nextStep, VisitModel.nextStepDue, VisitModel.today))
                : SyncWords.waiting(Math.max(1, SyncModel.waitingVisits), SyncModel.waitingChanges)
    }
    ActionBar {
        Layout.fillWidth: true
        text: qsTr("Back to the list")
        onActed: page.done()
    }
}
