pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Changes of others that were put aside: a person takes them in, or lets them go and says why.
Sheet {
    id: sheet

    property string chosen: ""

    function openAll() {
        sheet.chosen = ""
        reason.text = ""
        reason.problem = ""
        AsideModel.dismissSaveFailure()
        AsideModel.refresh()
        sheet.open()
    }

    title: qsTr("Put aside")
    action: AsideModel.saving ? qsTr("Saving …") : qsTr("Take it in")
    second: qsTr("Let it go")
    ready: sheet.chosen !== "" && !AsideModel.saving
    onActed: AsideModel.accept(sheet.chosen)
    onSecondActed: {
        if (sheet.chosen !== "" && !AsideModel.saving && !AsideModel.letGo(sheet.chosen, reason.text))
            reason.problem = qsTr("Please say why, in at most 200 characters.")
    }

    AppText {
        width: parent.width
        text: qsTr("Nothing of this is lost. Take in what you have made sure of, with whoever recorded it: its date, or that it is theirs. What is wrong in itself has to be corrected on the tablet.")
        quiet: true
    }
    FailureNotice {
        width: parent.width
        failure: AsideModel.failure
        action: qsTr("Try again")
        onActed: AsideModel.refresh()
    }
    EmptyState {
        width: parent.width
        visible: AsideModel.progress === App.Progress.Ready && AsideModel.rows.count === 0
        sign: Icons.circleCheck
        title: qsTr("Nothing is put aside")
    }
    Column {
        id: list
        width: parent.width

        Repeater {
            id: changes
            model: AsideModel.rows

            ListRow {
                id: row
                required property string key
                required property int kind
                required property string device
                required property string worker
                required property moment receivedAt
                required property int problem
                required property string claimed
                required property string madeFrom
                required property string madeUntil
                required property int index

                width: list.width
                first: index === 0
                last: index === changes.count - 1
                selected: sheet.chosen === key
                spoken: SyncWords.recordKind(kind) + " " + worker
                onClicked: sheet.chosen = key

                Column {
                    width: parent.width
                    spacing: 2

                    AppText {
                        width: parent.width
                        text: Words.line([SyncWords.recordKind(row.kind), row.worker, row.device])
                        strong: true
                        Accessible.ignored: true
                    }
                    AppText {
                        width: parent.width
                        text: OfficeWords.parked(row.problem)
                        Accessible.ignored: true
                    }
                    AppText {
                        width: parent.width
                        visible: row.claimed !== ""
                        text: qsTr("The tablet says %1. It was written down between %2 and %3.").arg(row.claimed).arg(row.madeFrom).arg(row.madeUntil)
                        Accessible.ignored: true
                    }
                    AppText {
                        width: parent.width
                        text: qsTr("received %1").arg(DateWords.dayAndTime(row.receivedAt))
                        quiet: true
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    AppTextField {
        id: reason
        width: parent.width
        visible: AsideModel.rows.count > 0
        label: qsTr("Why it is let go")
        onTextChanged: problem = ""
    }
    DeedFailure {
        width: parent.width
        failure: AsideModel.saveFailure
        problem: AsideModel.saveProblem
    }

    Connections {
        target: AsideModel
        function onSaved() {
            sheet.chosen = ""
            reason.text = ""
        }
    }
}
