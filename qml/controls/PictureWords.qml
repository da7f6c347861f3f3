pragma Singleton
import QtQuick
import Doorstep.Models

// Where a picture stands, and why one cannot be added.
QtObject {
    function standing(state: int, refused: bool): string {
        if (refused)
            return qsTr("The service did not take it; it is kept here")
        switch (state) {
        case App.PictureState.Staged: return qsTr("Kept here, goes with the next upload")
        case App.PictureState.Waiting: return qsTr("Waits for the upload")
        case App.PictureState.Fetching: return qsTr("On its way to this device")
        case App.PictureState.Elsewhere: return qsTr("At the service, press to fetch it")
        default: return qsTr("Uploaded")
        }
    }

    // As short as a tile is wide; nothing for what is as it should be.
    function mark(state: int, refused: bool): string {
        if (refused)
            return qsTr("not taken")
        switch (state) {
        case App.PictureState.Staged:
        case App.PictureState.Waiting: return qsTr("waits")
        case App.PictureState.Fetching: return qsTr("coming")
        default: return ""
        }
    }

    function waiting(count: int): string {
        return qsTr("%n picture(s) wait for the upload", "", count)
    }

    function isTrouble(trouble: int): bool {
        return trouble !== App.PictureTrouble.None
    }

    function happened(trouble: int): string {
        switch (trouble) {
        case App.PictureTrouble.NotAPicture: return qsTr("This file is not a picture that Doorstep can read.")
        case App.PictureTrouble.TooLarge: return qsTr("This picture is too large.")
        default: return qsTr("This file cannot be read.")
        }
    }

    function advice(trouble: int): string {
        switch (trouble) {
        case App.PictureTrouble.NotAPicture: return qsTr("Please choose a photo in JPEG or PNG.")
        case App.PictureTrouble.TooLarge: return qsTr("Please take it again with fewer pixels, or cut it smaller.")
        default: return qsTr("Please choose another one, or copy it onto this device first.")
        }
    }
}
