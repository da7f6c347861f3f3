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
        title: qsTr("The visit is saved on this device")
        detail: SyncWords.waiting(Math.max(1, SyncModel.waitingVisits), SyncModel.waitingChanges)
    }
    ActionBar {
        Layout.fillWidth: true
        text: qsTr("Back to the list")
        onActed: page.done()
    }
}
