import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// The PIN, and the way back for whoever forgot it.
Item {
    id: page

    property string pin: ""

    signal forgotten

    function add(digit: string) {
        if (SessionModel.waitSeconds > 0 || SessionModel.busy)
            return
        SessionModel.dismissFailure()
        if (pin.length < 12)
            pin += digit
    }

    function open() {
        if (pin.length < SessionModel.leastPin)
            return
        const given = pin
        pin = ""
        SessionModel.unlock(given)
    }

    focus: true
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9")
            page.add(event.text)
        else if (event.key === Qt.Key_Backspace)
            page.pin = page.pin.slice(0, -1)
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.open()
    }

    GateFrame {
        anchors.fill: parent
        contentMaximum: 360
        title: SessionModel.profiles.count > 1 ? qsTr("Who are you? Your PIN, please") : qsTr("Your PIN, please")
        detail: qsTr("What is on this device opens with your PIN only.")

        ProfileChoice {
            Layout.fillWidth: true
            visible: SessionModel.profiles.count > 1
            onChosen: page.pin = ""
        }
        PinDots {
            Layout.alignment: Qt.AlignHCenter
            given: page.pin.length
        }
        FailureNotice {
            Layout.fillWidth: true
            failure: SessionModel.failure
            advice: SessionModel.waitSeconds > 0 ? qsTr("The next try is possible in %1.").arg(DateWords.seconds(SessionModel.waitSeconds))
                                                 : FailureWords.advice(failure)
        }
        PinPad {
            Layout.fillWidth: true
            ready: page.pin.length >= SessionModel.leastPin && !SessionModel.busy && SessionModel.waitSeconds === 0
            onDigit: value => page.add(value)
            onErased: page.pin = page.pin.slice(0, -1)
            onEntered: page.open()
        }
        LeftBundles {
            Layout.fillWidth: true
            visible: BundleModel.leftChanges > 0 || BundleModel.errand !== App.BundleErrand.None
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Quiet
            text: SessionModel.busy ? qsTr("Opening …") : qsTr("I have forgotten my PIN")
            enabled: !SessionModel.busy
            onClicked: page.forgotten()
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Quiet
            text: qsTr("Somebody else uses this device, too")
            sign: Icons.plus
            enabled: !SessionModel.busy
            onClicked: SessionModel.addProfile()
        }
    }
}
