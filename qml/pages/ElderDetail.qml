pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared
import Doorstep.Pages.Visitor

// Beside a list of elders: the visit being recorded, else the elder chosen, else what to do.
Item {
    id: detail

    required property bool wide

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
        sourceComponent: ElderPage {
            canGoBack: !detail.wide
            onBack: ElderModel.show("")
            onVisitWanted: VisitModel.begin(ElderModel.elderId)
        }
    }
    Loader {
        anchors.fill: parent
        active: VisitModel.stage !== App.VisitStage.None
        sourceComponent: VisitPage {
            onLeft: {
                if (VisitModel.stage === App.VisitStage.Saved && !detail.wide)
                    ElderModel.show("")
                VisitModel.leave()
            }
        }
    }
}
