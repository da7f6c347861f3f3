pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Pictures taken on this visit; nobody has to take any.
VisitSection {
    id: section

    signal pictureOpened(string pictureId)

    title: qsTr("Pictures")
    remark: qsTr("if you like")

    Flow {
        width: parent.width
        visible: PicturesModel.onThisVisit > 0
        spacing: Theme.space3

        Repeater {
            model: PicturesModel.pictures

            PictureTile {
                required property bool ofThisVisit
                visible: ofThisVisit
                onClicked: section.pictureOpened(pictureId)
            }
        }
    }
    PictureNotice {
        width: parent.width
    }
    AppButton {
        objectName: "addPictureToVisit"
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Add a picture …")
        sign: Icons.picture
        enabled: !PicturesModel.choosing && !PicturesModel.saving
        onClicked: PicturesModel.addToVisit()
    }
}
