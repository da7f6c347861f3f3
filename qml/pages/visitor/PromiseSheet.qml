pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Something promised: what, in a few words, and until when.
Sheet {
    id: sheet

    property int days: -1

    function openEmpty() {
        what.text = ""
        sheet.days = -1
        sheet.open()
    }

    title: qsTr("Promise something")
    action: qsTr("Put it on the visit")
    ready: what.text.trim() !== ""
    onActed: {
        VisitModel.addPromise(what.text, sheet.days)
        sheet.close()
    }

    AppText {
        width: parent.width
        text: qsTr("Only what will surely be done: whoever comes next sees it.")
        quiet: true
    }
    Choice {
        width: parent.width

        Repeater {
            model: [qsTr("Fetch medicine"), qsTr("Ring the family"), qsTr("Ask about an allowance"), qsTr("Have something repaired"),
                    qsTr("Bring something along"), qsTr("Go along to the doctor")]

            Chip {
                required property string modelData
                text: modelData
                checked: what.text === modelData
                onClicked: what.text = modelData
            }
        }
    }
    AppTextField {
        id: what
        width: parent.width
        label: qsTr("What")
        maximumLength: 200
    }
    Heading {
        width: parent.width
        text: qsTr("Until when?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width

        Repeater {
            model: [-1, 0, 1, 3, 7, 14]

            Chip {
                required property int modelData
                text: modelData < 0 ? qsTr("At the next visit") : modelData === 0 ? qsTr("Still today")
                    : modelData === 1 ? qsTr("Tomorrow") : qsTr("In %n day(s)", "", modelData)
                checked: sheet.days === modelData
                onClicked: sheet.days = modelData
            }
        }
    }
}
