import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One picture, small, with its caption and where it stands.
Pressable {
    id: tile

    required property string pictureId
    required property string thumbnail
    required property string caption
    required property string addedBy
    required property moment addedAt
    required property int pictureState
    required property bool refused
    readonly property int side: Math.round(148 * Math.min(1.4, Theme.textScale))

    implicitWidth: side
    implicitHeight: frame.height + Theme.space1 + words.height
    spoken: Words.joined([qsTr("Picture"), caption, DateWords.day(addedAt), PictureWords.standing(pictureState, refused)], ", ")
    padding: 0
    background: Item {}

    Rectangle {
        id: frame
        width: tile.side
        height: tile.side * 3 / 4
        color: Theme.sunken

        Image {
            anchors.fill: parent
            visible: tile.thumbnail !== ""
            source: tile.thumbnail
            fillMode: Image.PreserveAspectCrop
            asynchronous: false
            opacity: tile.pictureState === App.PictureState.Fetching ? 0.5 : 1
        }
        Icon {
            anchors.centerIn: parent
            visible: tile.thumbnail === ""
            sign: Icons.picture
            color: Theme.quiet
            size: 32
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: 1
            border.color: tile.hovered ? Theme.edge : Theme.line
        }
        Badge {
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: Theme.space1
            visible: text !== ""
            text: PictureWords.mark(tile.pictureState, tile.refused)
            sign: tile.refused ? Icons.triangle : tile.pictureState === App.PictureState.Fetching ? Icons.download : Icons.cloudUpload
            tone: tile.refused ? Tone.Orange : Tone.Yellow
        }
    }
    AppText {
        id: words
        anchors.top: frame.bottom
        anchors.topMargin: Theme.space1
        width: tile.side
        text: tile.caption !== "" ? tile.caption : Words.line([DateWords.day(tile.addedAt), tile.addedBy])
        quiet: tile.caption === ""
        font.pixelSize: Theme.small
        maximumLineCount: 2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
