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

            RowLayout {
                id: person
                required property string name
                required property int relation
                required property string phone
                required property bool emergencyContact
                required property string note

                Layout.fillWidth: true
                spacing: Theme.space3

                Icon {
                    sign: Icons.phone
                    color: Theme.primary
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 2
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.space2

                        AppText {
                            text: person.name
                            strong: true
                            Layout.fillWidth: implicitWidth > 260
                        }
                        AppText {
                            Layout.fillWidth: true
                            text: CareWords.relation(person.relation)
                            quiet: true
                            font.pixelSize: Theme.small
                        }
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: person.phone === "" ? qsTr("No telephone on file") : person.phone
                        quiet: person.phone === ""
                    }
                    AppText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: person.note
                        quiet: true
                        font.pixelSize: Theme.small
                    }
                }
                Badge {
                    visible: person.emergencyContact
                    Layout.alignment: Qt.AlignTop
                    text: qsTr("First to ring")
                    sign: Icons.bell
                    tone: Tone.Primary
                }
            }
        }
    }
}
