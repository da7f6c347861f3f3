pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The pictures of a door; one may be added, nobody has to.
Card {
    id: card

    signal pictureOpened(string pictureId)

    visible: PicturesModel.canAdd || PicturesModel.pictures.count > 0

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Pictures")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            visible: PicturesModel.pictures.count === 0
            text: qsTr("None yet. A picture can help whoever comes next: the way to the door, a hose that needs changing.")
            quiet: true
        }
        Flow {
            width: parent.width
            visible: PicturesModel.pictures.count > 0
            spacing: Theme.space3

            Repeater {
                model: PicturesModel.pictures

                PictureTile {
                    onClicked: card.pictureOpened(pictureId)
                }
            }
        }
        AppText {
            width: parent.width
            visible: PicturesModel.waiting > 0
            text: PictureWords.waiting(PicturesModel.waiting)
            quiet: true
            font.pixelSize: Theme.small
        }
        PictureNotice {
            width: parent.width
        }
        AppButton {
            objectName: "addPicture"
            width: Math.min(implicitWidth, parent.width)
            visible: PicturesModel.canAdd
            text: qsTr("Add a picture …")
            sign: Icons.picture
            enabled: !PicturesModel.choosing && !PicturesModel.saving
            onClicked: PicturesModel.add()
        }
    }
}
