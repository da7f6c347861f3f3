import QtQuick
import Doorstep.Controls

// A warning sign was noticed: whom to call, and that calling is for the person at the door to decide.
ErrorNotice {
    tone: Tone.Red
    happened: qsTr("This cannot wait.")
    safe: qsTr("Supervisor and community office are to know now.")
    advice: qsTr("If you think somebody is in danger, ring 110 or 120 at once. It is your decision, and always right to ask.")
    action: qsTr("Emergency numbers")
    onActed: Navigator.emergencyWanted()
}
