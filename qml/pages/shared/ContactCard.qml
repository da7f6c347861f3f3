pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// Whom to ring about an elder.
Card {
    id: card

    required property RowModel people

    ColumnLayout {
        width: parent.width
        spacing: Theme.space3

        Heading {
            Layout.fillWidth: true
            text: qsTr("Whom to ring")
            font.pixelSize: Theme.body
        }
        AppText {
            Layout.fillWidth: true
            visible: card.people.count === 0
            quiet: true
            text: qsTr("Nobody is on file yet.")
        }
        Repeater {
            model: card.people

            NumberRow {
                required property int relation
                required property string phone
                required property bool emergencyContact
                required property string note
                required name

                Layout.fillWidth: true
                number: phone === "" ? qsTr("No telephone on file") : phone
                detail: Words.line([CareWords.relation(relation), emergencyContact ? qsTr("first to ring") : "", note])
                sign: emergencyContact ? Icons.bell : Icons.phone
                enabled: phone !== ""
                onClicked: Navigator.numberWanted(name, phone)
            }
        }
    }
}
