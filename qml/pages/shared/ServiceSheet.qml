pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Something done for an elder without a visit, in minutes; travel is not counted.
Sheet {
    id: sheet

    readonly property int usualMinutes: 30

    function openFor(elderId: string, householdId: string, name: string) {
        ServiceModel.begin(elderId, householdId, name)
        sheet.open()
    }

    title: qsTr("Done for %1").arg(ServiceModel.elderName)
    action: ServiceModel.saving ? qsTr("Saving …") : qsTr("Save")
    ready: ServiceModel.minutes > 0 && !ServiceModel.saving
    onActed: ServiceModel.save()

    Heading {
        width: parent.width
        text: qsTr("What was it?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width

        Repeater {
            model: ServiceModel.services

            Chip {
                required property int kind
                required property bool chosen
                text: VisitWords.service(kind)
                sign: VisitWords.serviceSign(kind)
                checked: chosen
                onClicked: ServiceModel.setService(kind, chosen ? 0 : sheet.usualMinutes)
            }
        }
    }
    Repeater {
        model: ServiceModel.services

        RowLayout {
            id: line
            required property int kind
            required property bool chosen
            required property int minutes

            width: parent?.width ?? 0
            visible: chosen
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
                text: VisitWords.service(line.kind)
            }
            Stepper {
                label: VisitWords.service(line.kind)
                value: line.minutes
                shown: DateWords.minutes(line.minutes)
                onStepped: value => ServiceModel.setService(line.kind, value)
            }
        }
    }
    AppText {
        width: parent.width
        text: qsTr("Only the time for the elder; the way there and back is not counted.")
        quiet: true
        font.pixelSize: Theme.small
    }
    Heading {
        width: parent.width
        text: qsTr("When?")
        font.pixelSize: Theme.body
    }
    DayChoice {
        width: parent.width
        most: ServiceModel.mostDaysAgo
        daysAgo: ServiceModel.daysAgo
        onChosen: days => ServiceModel.daysAgo = days
    }
    Heading {
        width: parent.width
        visible: ServiceModel.colleagues.count > 0
        text: qsTr("Together with")
        font.pixelSize: Theme.body
    }
    ColleagueChoice {
        width: parent.width
        visible: ServiceModel.colleagues.count > 0
        people: ServiceModel.colleagues
        onToggled: (workerId, there) => ServiceModel.setColleague(workerId, there)
    }
    FailureNotice {
        width: parent.width
        failure: ServiceModel.saveFailure
    }
    ErrorNotice {
        width: parent.width
        visible: ServiceModel.problem > 0
        happened: FailureWords.problem(ServiceModel.problem, "")
        safe: qsTr("Nothing was saved; what you chose is still here.")
        advice: qsTr("Please change it and save again.")
    }
    Connections {
        target: ServiceModel
        function onRecorded() {
            sheet.close()
        }
    }
}
