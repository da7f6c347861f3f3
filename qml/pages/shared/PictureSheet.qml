import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One picture, large: what it shows, who added it and when; described or taken away as long as it was not sent.
Sheet {
    id: sheet

    readonly property bool staged: PicturesModel.openState === App.PictureState.Staged

    function openFor(pictureId: string) {
        PicturesModel.open(pictureId)
        caption.text = PicturesModel.openCaption
        sheet.open()
    }

    title: qsTr("Picture")
    action: staged ? qsTr("Keep these words") : ""
    ready: caption.text.trim() !== PicturesModel.openCaption
    onActed: {
        PicturesModel.describe(PicturesModel.openId, caption.text)
        sheet.close()
    }
    onClosed: PicturesModel.close()

    Image {
        width: parent.width
        height: Math.min(width * 3 / 4, Math.max(200, (sheet.parent?.height ?? 800) * (sheet.staged ? 0.34 : 0.55)))
        source: PicturesModel.openSource !== "" ? PicturesModel.openSource : PicturesModel.openThumbnail
        fillMode: Image.PreserveAspectFit
        smooth: true
        Accessible.role: Accessible.Graphic
        Accessible.name: Words.joined([qsTr("Picture"), PicturesModel.openCaption], ", ")
    }
    AppText {
        width: parent.width
        visible: text !== ""
        text: PicturesModel.openCaption
        strong: true
    }
    AppText {
        width: parent.width
        text: Words.line([DateWords.dayAndTime(PicturesModel.openAddedAt), PicturesModel.openAddedBy])
        quiet: true
    }
    AppText {
        width: parent.width
        text: PictureWords.standing(PicturesModel.openState, PicturesModel.openRefused)
        quiet: true
    }
    AppTextField {
        id: caption
        width: parent.width
        visible: sheet.staged
        label: qsTr("What it shows, in a few words")
        maximumLength: 200
    }
    AppButton {
        objectName: "removePicture"
        width: Math.min(implicitWidth, parent.width)
        visible: sheet.staged
        text: qsTr("Take it away again")
        sign: Icons.trash
        onClicked: {
            PicturesModel.remove(PicturesModel.openId)
            sheet.close()
        }
    }
}
