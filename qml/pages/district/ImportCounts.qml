import QtQuick
import Doorstep.Models
import Doorstep.Controls

// How far the file is, and what became of its rows so far.
Column {
    id: column

    spacing: Theme.space2

    Rectangle {
        width: parent.width
        height: 12
        radius: 6
        color: Theme.sunken
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("%1 of %2").arg(SetUpModel.answered).arg(SetUpModel.total)

        Rectangle {
            width: SetUpModel.total > 0 ? parent.width * Math.min(1, SetUpModel.answered / SetUpModel.total) : 0
            height: parent.height
            radius: 6
            color: Theme.primary
        }
    }
    AppText {
        width: parent.width
        text: SetUpModel.stage === App.ImportStage.Done ? qsTr("Done: %L1 of %L2 rows").arg(SetUpModel.answered).arg(SetUpModel.total)
            : SetUpModel.stage === App.ImportStage.Stopped ? qsTr("Stopped after %L1 of %L2 rows").arg(SetUpModel.answered).arg(SetUpModel.total)
                                                           : qsTr("%L1 of %L2 rows").arg(SetUpModel.answered).arg(SetUpModel.total)
        strong: true
    }
    AppText {
        width: parent.width
        text: qsTr("new %L1 · changed %L2 · as before %L3 · not taken %L4").arg(SetUpModel.created).arg(SetUpModel.updated)
                                                                   .arg(SetUpModel.unchanged).arg(SetUpModel.refused)
    }
}
