pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Every local switch with the day from which it holds. What has begun is history and stays as it was.
ColumnLayout {
    id: page

    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Rules")
        detail: SessionModel.districtName

        AppButton {
            text: qsTr("Set up")
            sign: Icons.fileUp
            onClicked: Navigator.go(Navigator.SetUp)
        }
    }
    ScrollArea {
        Layout.fillWidth: true
        Layout.fillHeight: true

        EmptyState {
            width: parent.width
            visible: !RulesModel.known
            sign: Icons.sliders
            title: qsTr("No rules on this device yet")
            detail: qsTr("They come with the first upload and download. Until then the usual ones hold.")
            action: qsTr("Sync now")
            onActed: SyncModel.syncNow()
        }
        DeedFailure {
            width: parent.width
            failure: RulesModel.saveFailure
            problem: RulesModel.saveProblem
        }
        Card {
            width: parent.width
            visible: RulesModel.known

            Column {
                width: parent.width
                spacing: Theme.space3

                Heading {
                    width: parent.width
                    text: qsTr("First day of the district")
                    font.pixelSize: Theme.body
                }
                AppText {
                    width: parent.width
                    text: RulesModel.goLive.known ? DateWords.dayOfYear(RulesModel.goLive) : qsTr("Not set")
                    strong: true
                }
                AppText {
                    width: parent.width
                    text: qsTr("No visit is due before it; its month is counted in part and never final.")
                    quiet: true
                    font.pixelSize: Theme.small
                }
                AppTextField {
                    id: first
                    width: parent.width
                    visible: RulesModel.mayEdit && !RulesModel.goLivePassed
                    label: qsTr("Another first day")
                    example: "2026-12-01"
                    onTextChanged: problem = ""
                    onAccepted: {
                        if (RulesModel.setGoLive(text))
                            text = ""
                        else
                            problem = qsTr("Please give a day like 2026-12-01.")
                    }
                }
            }
        }
        AppButton {
            visible: RulesModel.known && RulesModel.mayEdit
            width: Math.min(implicitWidth, parent?.width ?? 0)
            kind: AppButton.Primary
            text: qsTr("Change the rules from a later day …")
            sign: Icons.pencil
            onClicked: {
                RulesModel.beginDraft()
                draft.open()
            }
        }
        Repeater {
            model: RulesModel.sets

            RuleSetCard {
                width: parent?.width ?? 0
            }
        }
        CalendarCard {
            width: parent.width
            visible: RulesModel.known
        }
    }

    RuleDraftSheet {
        id: draft
        objectName: "ruleDraftSheet"
    }
}
