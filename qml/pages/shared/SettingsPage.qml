pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// How this person wants to see the app, and the lock.
ColumnLayout {
    id: page

    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Settings")
        detail: Words.line([SessionModel.workerName, SessionModel.districtName])
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Card {
            width: parent.width

            ColumnLayout {
                width: parent.width
                spacing: Theme.space3

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Language")
                    font.pixelSize: Theme.body
                }
                Choice {
                    Layout.fillWidth: true

                    Chip {
                        text: "中文"
                        checked: SessionModel.language === "zh"
                        onClicked: SessionModel.language = "zh"
                    }
                    Chip {
                        text: "English"
                        checked: SessionModel.language === "en"
                        onClicked: SessionModel.language = "en"
                    }
                }
                Rule {
                    Layout.fillWidth: true
                }
                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Text size")
                    font.pixelSize: Theme.body
                }
                Choice {
                    Layout.fillWidth: true

                    Repeater {
                        model: [100, 125, 150, 175, 200]

                        Chip {
                            required property int modelData
                            text: qsTr("%1 %").arg(modelData)
                            checked: Math.round(SessionModel.textScale * 100) === modelData
                            onClicked: SessionModel.textScale = modelData / 100
                        }
                    }
                }
                Rule {
                    Layout.fillWidth: true
                }
                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Light or dark")
                    font.pixelSize: Theme.body
                }
                Choice {
                    Layout.fillWidth: true

                    Chip {
                        text: qsTr("Light")
                        sign: Icons.sun
                        checked: SessionModel.appearance === App.Appearance.Light
                        onClicked: SessionModel.appearance = App.Appearance.Light
                    }
                    Chip {
                        text: qsTr("Dark")
                        sign: Icons.moon
                        checked: SessionModel.appearance === App.Appearance.Dark
                        onClicked: SessionModel.appearance = App.Appearance.Dark
                    }
                    Chip {
                        text: qsTr("As the system")
                        checked: SessionModel.appearance === App.Appearance.System
                        onClicked: SessionModel.appearance = App.Appearance.System
                    }
                }
            }
        }
        Card {
            width: parent.width

            AppSwitch {
                width: parent.width
                text: qsTr("Others can see this screen")
                detail: qsTr("Hides the kinds of elders on lists.")
                checked: SessionModel.hideKinds
                onToggled: SessionModel.hideKinds = checked
            }
        }
        Card {
            width: parent.width

            ColumnLayout {
                width: parent.width
                spacing: Theme.space3

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Lock")
                    font.pixelSize: Theme.body
                }
                AppText {
                    Layout.fillWidth: true
                    quiet: true
                    text: qsTr("Locked, nobody can read what is on this device. Unfinished visits are kept.")
                }
                Choice {
                    Layout.fillWidth: true

                    AppButton {
                        text: qsTr("Lock now")
                        sign: Icons.lock
                        onClicked: SessionModel.lock()
                    }
                    AppButton {
                        text: qsTr("Change the PIN")
                        sign: Icons.key
                        onClicked: changePin.open()
                    }
                }
            }
        }
    }

    ChangePinSheet {
        id: changePin
    }
}
