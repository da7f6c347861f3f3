pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The first day of a district: files go in, codes for the tablets come out.
ColumnLayout {
    id: page

    readonly property var order: [App.FileKind.Areas, App.FileKind.Workers, App.FileKind.Roster, App.FileKind.Assignments, App.FileKind.Duty]

    spacing: 0

    Component.onCompleted: SetUpModel.refresh()

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Set up")
        detail: SessionModel.districtName
        canGoBack: true
        onBack: Navigator.go(Navigator.Rules)
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Card {
            width: parent.width

            Column {
                width: parent.width
                spacing: Theme.space2

                Heading {
                    width: parent.width
                    text: qsTr("In this order")
                    font.pixelSize: Theme.body
                }
                Repeater {
                    model: page.order

                    AppText {
                        required property int modelData
                        required property int index
                        width: parent?.width ?? 0
                        text: qsTr("%1. %2").arg(index + 1).arg(OfficeWords.fileKind(modelData))
                    }
                }
                AppText {
                    width: parent.width
                    text: qsTr("Then, where there are any: facilities, targets, programmes and this month's visits from paper. Sending a file again changes nothing that is right already.")
                    quiet: true
                    font.pixelSize: Theme.small
                }
            }
        }
        ImportCard {
            width: parent.width
        }
        RefusedList {
            width: parent.width
            visible: SetUpModel.refusedRows.count > 0
        }
        CodeCard {
            width: parent.width
        }
    }
}
