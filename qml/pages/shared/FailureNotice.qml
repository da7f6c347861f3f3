import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A failure in its three parts; with nothing wrong it takes no room.
ErrorNotice {
    required property int failure

    visible: failure !== App.Failure.None
    happened: FailureWords.happened(failure)
    safe: FailureWords.safe(failure)
    advice: FailureWords.advice(failure)
    tone: failure === App.Failure.Damaged ? Tone.Red : Tone.Orange
}
