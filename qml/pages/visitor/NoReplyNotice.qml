import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A door that stayed closed: what comes next and until when, and what makes it urgent at once.
VisitSection {
    title: qsTr("Did you notice anything?")

    SignChoice {
        width: parent.width
        noticed: VisitModel.signs
        onToggled: (sign, noticed) => VisitModel.setSign(sign, noticed)
    }
    UrgentNotice {
        width: parent.width
        visible: VisitModel.signs.length > 0
    }
    ErrorNotice {
        width: parent.width
        happened: VisitModel.nextStep > 0
                  ? qsTr("Nobody answered: %1").arg(VisitModel.signs.length > 0 ? LadderWords.atOnce(VisitModel.nextStep)
                    : LadderWords.byWhen(VisitModel.nextStep, VisitModel.nextStepDue, VisitModel.today))
                  : qsTr("Nobody answered.")
        safe: qsTr("The attempt is recorded; it does not count as a visit. The search begins when you save, and its times run without a network.")
        advice: qsTr("The elder's file then shows step by step whom to ring.")
    }
}
