import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Why a picture was not added.
Column {
    visible: PictureWords.isTrouble(PicturesModel.trouble) || PicturesModel.saveFailure !== App.Failure.None
    spacing: Theme.space3

    ErrorNotice {
        width: parent.width
        visible: PictureWords.isTrouble(PicturesModel.trouble)
        happened: PictureWords.happened(PicturesModel.trouble)
        safe: qsTr("Nothing was changed.")
        advice: PictureWords.advice(PicturesModel.trouble)
        action: qsTr("All right")
        onActed: PicturesModel.dismissTrouble()
    }
    DeedFailure {
        width: parent.width
        failure: PicturesModel.saveFailure
        problem: PicturesModel.saveProblem
        action: qsTr("All right")
        onActed: PicturesModel.dismissSaveFailure()
    }
}
