import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared
import Doorstep.Pages.Visitor

// Beside a list of elders: the visit being recorded, else the elder chosen, else what to do.
Item {
    EmptyState {
        anchors.fill: parent
        visible: ElderModel.elderId === "" && VisitModel.stage === App.VisitStage.None
        sign: Icons.notebook
        title: qsTr("Choose somebody from the list")
        detail: qsTr("Their file opens here.")
    }
    Loader {
        anchors.fill: parent
        active: ElderModel.elderId !== "" && VisitModel.stage === App.VisitStage.None
        sourceComponent: ElderPage {}
    }
    Loader {
        anchors.fill: parent
        active: VisitModel.stage !== App.VisitStage.None
        sourceComponent: VisitPage {}
    }
}
