pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A code with which one worker's device is enrolled: shown once, large and as a picture to scan.
Card {
    id: card

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("A code for a tablet")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: qsTr("Choose whose tablet it is. The code serves once.")
            quiet: true
        }
        EmptyState {
            width: parent.width
            visible: SetUpModel.workers.count === 0
            sign: Icons.people
            title: qsTr("No workers yet")
            detail: qsTr("Bring in the file of workers first, then upload and download.")
        }
        Choice {
            width: parent.width

            Repeater {
                model: SetUpModel.workers

                Chip {
                    required property string name
                    required property string staffNumber
                    text: Words.line([name, staffNumber])
                    checked: SetUpModel.codeFor === name
                    onClicked: SetUpModel.issueCode(staffNumber, name)
                }
            }
        }
        FailureNotice {
            width: parent.width
            failure: SetUpModel.codeFailure
            safe: qsTr("No code was made.")
        }
        Column {
            width: parent.width
            visible: SetUpModel.code !== ""
            spacing: Theme.space2

            AppText {
                width: parent.width
                text: qsTr("For %1, until %2").arg(SetUpModel.codeFor).arg(DateWords.dayAndTime(SetUpModel.codeUntil))
            }
            AppText {
                width: parent.width
                text: SetUpModel.code
                strong: true
                font.pixelSize: card.width < 520 * Theme.textScale ? Theme.title : Theme.display
                wrapMode: Text.WrapAnywhere
            }
            QrPicture {
                words: SetUpModel.code
                spoken: qsTr("The code as a picture")
            }
            AppButton {
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Hide the code")
                sign: Icons.eyeOff
                onClicked: SetUpModel.hideCode()
            }
        }
    }
}
