import QtQuick
import Doorstep.Models
import Doorstep.Pages.Shared

// The lock: the PIN, or the way back for whoever forgot it.
FocusScope {
    id: gate

    property bool recovering: false

    UnlockPage {
        anchors.fill: parent
        visible: !gate.recovering
        focus: visible
        onForgotten: {
            SessionModel.dismissFailure()
            gate.recovering = true
        }
    }
    RecoveryPage {
        anchors.fill: parent
        visible: gate.recovering
        focus: visible
        onBack: {
            SessionModel.dismissFailure()
            gate.recovering = false
        }
    }
}
