import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// A forgotten PIN: a request to hand in, the recovery key that comes back, a new PIN. Nothing is lost.
Item {
    id: page

    readonly property string request: SessionModel.recoveryRequest()
    readonly property bool same: newPin.text === newPinAgain.text

    signal back

    GateFrame {
        anchors.fill: parent
        contentMaximum: 560
        title: qsTr("Open with a recovery key")
        detail: qsTr("Your visits are safe on this device. Your organisation can open it again with you.")

        Card {
            Layout.fillWidth: true

            ColumnLayout {
                width: parent.width
                spacing: Theme.space2

                AppText {
                    Layout.fillWidth: true
                    text: qsTr("1. Read this request to your organisation")
                    strong: true
                }
                TextEdit {
                    Layout.fillWidth: true
                    text: page.request === "" ? qsTr("There is no request on this device.") : page.request
                    readOnly: true
                    selectByMouse: true
                    wrapMode: TextEdit.WrapAnywhere
                    color: Theme.text
                    font.family: "Noto Sans Mono CJK SC"
                    font.pixelSize: Theme.small
                    Accessible.role: Accessible.StaticText
                    Accessible.name: text
                }
            }
        }
        AppTextField {
            id: key
            Layout.fillWidth: true
            label: qsTr("2. The recovery key that comes back")
            inputMethodHints: Qt.ImhNoPredictiveText
        }
        AppTextField {
            id: newPin
            Layout.fillWidth: true
            label: qsTr("3. A new PIN")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 12
        }
        AppTextField {
            id: newPinAgain
            Layout.fillWidth: true
            label: qsTr("The new PIN again")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 12
            problem: text.length >= newPin.text.length && !page.same ? qsTr("The two are not the same.") : ""
        }
        FailureNotice {
            Layout.fillWidth: true
            failure: SessionModel.failure
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Primary
            text: SessionModel.busy ? qsTr("Opening …") : qsTr("Open")
            enabled: !SessionModel.busy && key.text.trim() !== "" && page.same && newPin.text.length >= SessionModel.leastPin
            onClicked: SessionModel.recover(key.text, newPin.text)
        }
        AppButton {
            Layout.fillWidth: true
            kind: AppButton.Quiet
            text: qsTr("Back to the PIN")
            onClicked: page.back()
        }
    }
}
