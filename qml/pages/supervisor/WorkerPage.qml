pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The elders of one worker, or those of nobody.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: CaseloadModel.workerName === "" ? qsTr("Nobody assigned") : CaseloadModel.workerName
        detail: qsTr("%n elder(s)", "", CaseloadModel.elders.count)
        canGoBack: !Navigator.wide
        onBack: CaseloadModel.chooseNobody()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: CaseloadModel.elders.count === 0
        sign: Icons.people
        title: qsTr("No elders here")
        detail: qsTr("Doors are assigned at the district desk.")
    }
    ElderList {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.readingWidth + 2 * Theme.space5
        Layout.fillHeight: true
        visible: count > 0
        sections: false
        elders: CaseloadModel.elders
    }
    AppButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.margins: Theme.space4
        visible: CaseloadModel.elders.count > 0
        text: CaseloadModel.workerName === "" ? qsTr("Assign all of these …") : qsTr("Hand all of these over …")
        sign: Icons.userPlus
        onClicked: assign.openFrom(CaseloadModel.workerId, CaseloadModel.households(), "")
    }

    AssignSheet {
        id: assign
        objectName: "assignAllSheet"
    }
}
