import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A new PIN. The data stays as it is; only its lock changes.
Sheet {
    id: sheet

    readonly property bool same: newPin.text === again.text

    title: qsTr("Change the PIN")
    action: SessionModel.busy ? qsTr("Changing …") : qsTr("Change")
    ready: !SessionModel.busy && oldPin.text !== "" && same && newPin.text.length >= SessionModel.leastPin
    onActed: SessionModel.changePin(oldPin.text, newPin.text)
    onClosed: {
        oldPin.text = ""
        newPin.text = ""
        again.text = ""
        SessionModel.dismissFailure()
    }

    AppTextField {
        id: oldPin
        width: parent.width
        label: qsTr("The PIN so far")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDigitsOnly
    }
    AppTextField {
        id: newPin
        width: parent.width
        label: qsTr("The new PIN")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: 12
    }
    AppTextField {
        id: again
        width: parent.width
        label: qsTr("The new PIN again")
        echoMode: TextInput.Password
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: 12
        problem: text.length >= newPin.text.length && !sheet.same ? qsTr("The two are not the same.") : ""
    }
    FailureNotice {
        width: parent.width
        failure: SessionModel.failure
    }

    Connections {
        target: SessionModel
        function onPinChanged() {
            sheet.close()
        }
    }
}
