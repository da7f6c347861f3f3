pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Who looks after a door, or after many, from today on.
Sheet {
    id: sheet

    property list<string> households
    property string about: ""
    property string workerId: ""
    property string fromWorkerId: ""  // empty: whoever is shown for the door

    function openFor(households: list<string>, about: string) {
        sheet.openFrom("", households, about)
    }

    // These doors of one worker; others who visit them, too, stay.
    function openFrom(fromWorkerId: string, households: list<string>, about: string) {
        sheet.fromWorkerId = fromWorkerId
        sheet.households = households
        sheet.about = about
        sheet.workerId = ""
        OpenWorkModel.dismissSaveFailure()
        OpenWorkModel.readWorkers()
        sheet.open()
    }

    title: qsTr("Assign")
    action: OpenWorkModel.saving ? qsTr("Saving …") : qsTr("Assign from today")
    ready: !OpenWorkModel.saving && sheet.workerId !== ""
    onActed: OpenWorkModel.assign(sheet.households, sheet.workerId, sheet.fromWorkerId)

    Heading {
        width: parent.width
        text: sheet.about === "" ? qsTr("%n door(s)", "", sheet.households.length) : sheet.about
    }
    AppText {
        width: parent.width
        text: qsTr("Whoever had the door before keeps what they recorded, and their hours.")
        quiet: true
    }
    Choice {
        width: parent.width

        Repeater {
            model: OpenWorkModel.workers

            Chip {
                required property string workerId
                required property string name
                required property int occupation
                text: Words.line([name, CareWords.occupation(occupation)])
                checked: sheet.workerId === workerId
                onClicked: sheet.workerId = workerId
            }
        }
    }
    DeedFailure {
        width: parent.width
        failure: OpenWorkModel.saveFailure
        problem: OpenWorkModel.saveProblem
    }

    Connections {
        target: OpenWorkModel
        function onSaved() {
            sheet.close()
        }
    }
}
