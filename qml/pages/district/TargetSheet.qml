pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A target of the district: what, how many, from when until when, and the paper that set it.
Sheet {
    id: sheet

    property string targetId: ""
    property int indicator: 1

    function dayText(at: moment): string {
        return at.known ? at.year + "-" + String(at.month).padStart(2, "0") + "-" + String(at.day).padStart(2, "0") : ""
    }

    function openNew() {
        sheet.targetId = ""
        sheet.indicator = 1
        amount.text = ""
        from.text = TodayModel.day.year + "-01-01"
        until.text = TodayModel.day.year + "-12-31"
        document.text = ""
        sheet.show()
    }

    function openFor(targetId: string, indicator: int, value: int, first: moment, last: moment, paper: string) {
        sheet.targetId = targetId
        sheet.indicator = indicator
        amount.text = indicator === 3 ? Math.round(value / 60) : value
        from.text = sheet.dayText(first)
        until.text = sheet.dayText(last)
        document.text = paper
        sheet.show()
    }

    function show() {
        wrong.visible = false
        TargetsModel.dismissSaveFailure()
        sheet.open()
    }

    title: sheet.targetId === "" ? qsTr("Set a target") : qsTr("Change the target")
    action: TargetsModel.saving ? qsTr("Saving …") : qsTr("Save")
    ready: !TargetsModel.saving && amount.text.trim() !== ""
    onActed: wrong.visible = !TargetsModel.put(sheet.targetId, sheet.indicator, amount.text, from.text, until.text, document.text)

    Choice {
        width: parent.width

        Repeater {
            model: [1, 2, 3]

            Chip {
                required property int modelData
                text: OfficeWords.indicator(modelData)
                checked: sheet.indicator === modelData
                onClicked: sheet.indicator = modelData
            }
        }
    }
    AppTextField {
        id: amount
        width: parent.width
        label: sheet.indicator === 3 ? qsTr("How many hours") : qsTr("How many")
        inputMethodHints: Qt.ImhDigitsOnly
    }
    AppTextField {
        id: from
        width: parent.width
        label: qsTr("From")
        example: "2026-01-01"
    }
    AppTextField {
        id: until
        width: parent.width
        label: qsTr("Until, that day included")
        example: "2026-12-31"
    }
    AppTextField {
        id: document
        width: parent.width
        label: qsTr("The paper that set it")
    }
    AppText {
        id: wrong
        width: parent.width
        visible: false
        text: qsTr("Please give a number from 1, and two days of which the second is not before the first.")
        color: Theme.red
    }
    DeedFailure {
        width: parent.width
        failure: TargetsModel.saveFailure
        problem: TargetsModel.saveProblem
    }

    Connections {
        target: TargetsModel
        function onSaved() {
            sheet.close()
        }
    }
}
