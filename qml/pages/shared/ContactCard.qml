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

            Item {
                id: person
                required property string name
                required property int relation
                required property string phone
                required property bool emergencyContact
                required property string note

                Layout.fillWidth: true
                implicitHeight: lines.height

                Icon {
                    y: 2
                    sign: Icons.phone
                    color: Theme.primary
                }
                Column {
                    id: lines
                    x: Math.round(22 * Theme.textScale) + Theme.space3
                    width: person.width - x

                    TitleLine {
                        width: parent.width
                        text: person.name
                        narrow: width < 260 * Theme.textScale

                        Badge {
                            visible: person.emergencyContact
                            text: qsTr("First to ring")
                            sign: Icons.bell
                            tone: Tone.Primary
                        }
                    }
                    AppText {
                        width: parent.width
                        text: person.phone === "" ? qsTr("No telephone on file") : person.phone
                        quiet: person.phone === ""
                    }
                    AppText {
                        width: parent.width
                        visible: text !== ""
                        text: Words.line([CareWords.relation(person.relation), person.note])
                        quiet: true
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
}
