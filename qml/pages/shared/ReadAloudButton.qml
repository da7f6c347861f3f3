import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Reads something aloud; not there where the system has no voice.
AppButton {
    required property string words

    visible: AloudModel.available && words !== ""
    text: AloudModel.reading ? qsTr("Stop reading") : qsTr("Read aloud")
    sign: AloudModel.reading ? Icons.pause : Icons.voice
    onClicked: AloudModel.reading ? AloudModel.stop() : AloudModel.read(words)
}
