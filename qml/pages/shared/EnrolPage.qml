import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// A new device: where the service is, the code from the slip, and a PIN given twice.
Item {
    id: page

    enum Step { Service, Pin, PinAgain }

    property int step: EnrolPage.Service
    property string pin: ""
    property string again: ""
    readonly property string typed: step === EnrolPage.PinAgain ? again : pin
    property bool differs: false
    readonly property bool another: SessionModel.profiles.count > 0  // one more person on this device

    function add(digit: string) {
        differs = false
        if (typed.length >= 12)
            return
        if (step === EnrolPage.PinAgain)
            again += digit
        else
            pin += digit
    }

    function erase() {
        if (step === EnrolPage.PinAgain)
            again = again.slice(0, -1)
        else
            pin = pin.slice(0, -1)
    }

    function next() {
        if (step === EnrolPage.Pin) {
            step = EnrolPage.PinAgain
        } else if (again !== pin) {
            differs = true
            pin = ""
            again = ""
            step = EnrolPage.Pin
        } else {
            SessionModel.enrol(address.text, code.text, deviceName.text, pin, label.text)
        }
    }

    function backToService() {
        step = EnrolPage.Service
        pin = ""
        again = ""
    }

    Keys.onPressed: event => {
        if (page.step === EnrolPage.Service)
            return
        if (event.text >= "0" && event.text <= "9")
            page.add(event.text)
        else if (event.key === Qt.Key_Backspace)
            page.erase()
    }

    GateFrame {
        anchors.fill: parent
        visible: page.step === EnrolPage.Service
        title: page.another ? qsTr("One more person on this device") : qsTr("Set up this device")
        detail: qsTr("Your supervisor gave you a slip with an address and a code. It is needed only once.")

        FailureNotice {
            Layout.fillWidth: true
            failure: SessionModel.failure
        }
        AppTextField {
            id: address
            Layout.fillWidth: true
            label: qsTr("Address of the service")
            example: "doorstep.example.cn:8443"
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoPredictiveText
        }
        AppTextField {
            id: code
            Layout.fillWidth: true
            label: qsTr("Code")
            example: "XXXX-XXXX-XXXX-XXXX"
            inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            maximumLength: 24
        }
        AppTextField {
            id: deviceName
            Layout.fillWidth: true
            label: qsTr("A name for this device")
            example: qsTr("Tablet 3")
            maximumLength: 40
        }
        AppTextField {
            id: label
            Layout.fillWidth: true
            visible: page.another
            label: qsTr("How the lock shall call you")
            example: qsTr("Your given name")
            maximumLength: 40
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Primary
            text: qsTr("Go on")
            enabled: address.text.trim() !== "" && code.text.trim() !== "" && deviceName.text.trim() !== ""
            onClicked: {
                SessionModel.dismissFailure()
                page.step = EnrolPage.Pin
                page.forceActiveFocus()
            }
        }
        AppButton {
            Layout.fillWidth: true
            visible: page.another
            kind: AppButton.Quiet
            text: qsTr("Back to the lock")
            enabled: !SessionModel.busy
            onClicked: SessionModel.stopAdding()
        }
    }
    GateFrame {
        anchors.fill: parent
        visible: page.step !== EnrolPage.Service
        contentMaximum: 360
        title: page.step === EnrolPage.Pin ? qsTr("Choose a PIN") : qsTr("The same PIN again")
        detail: page.step === EnrolPage.Pin
                ? qsTr("At least %n digit(s), not a birthday. It opens this device every day.", "", SessionModel.leastPin)
                : qsTr("So that a slip of the finger does not lock you out.")

        PinDots {
            Layout.alignment: Qt.AlignHCenter
            given: page.typed.length
        }
        AppText {
            Layout.fillWidth: true
            visible: page.differs
            text: qsTr("The two were not the same. Nothing was changed; please choose again.")
            color: Theme.orange
            horizontalAlignment: Text.AlignHCenter
        }
        FailureNotice {
            Layout.fillWidth: true
            failure: SessionModel.failure
            action: qsTr("Back to address and code")
            onActed: page.backToService()
        }
        PinPad {
            Layout.fillWidth: true
            action: qsTr("Go on")
            ready: page.typed.length >= SessionModel.leastPin && !SessionModel.busy
            onDigit: value => page.add(value)
            onErased: page.erase()
            onEntered: page.next()
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Quiet
            text: SessionModel.busy ? qsTr("Asking the service …") : qsTr("Back")
            enabled: !SessionModel.busy
            onClicked: page.backToService()
        }
    }
}
