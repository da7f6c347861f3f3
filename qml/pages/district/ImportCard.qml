pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// One file on its way in: chosen, looked at, sent, and what became of its rows.
Card {
    id: card

    readonly property int stage: SetUpModel.stage
    readonly property bool known: stage === App.ImportStage.Read || stage === App.ImportStage.Sending
                                  || stage === App.ImportStage.Stopped || stage === App.ImportStage.Done

    Column {
        width: parent.width
        spacing: Theme.space3

        Heading {
            width: parent.width
            text: qsTr("Bring in a file")
            font.pixelSize: Theme.body
        }
        AppText {
            width: parent.width
            text: SetUpModel.mayRead ? qsTr("CSV in UTF-8 or GB18030, with columns named in Chinese or English. Nothing is sent before you have seen what is in it.")
                                     : qsTr("Files are brought in at a desk; this device cannot open them.")
            quiet: true
        }
        Fact {
            width: parent.width
            visible: card.known
            sign: Icons.file
            label: Words.line([OfficeWords.fileKind(SetUpModel.kind), SetUpModel.encoding])
            value: SetUpModel.fileName
        }
        AppText {
            width: parent.width
            visible: card.known
            text: Words.line([qsTr("%n row(s) can be sent", "", SetUpModel.total),
                              card.stage === App.ImportStage.Read && SetUpModel.refused > 0 ? qsTr("%n row(s) cannot", "", SetUpModel.refused) : ""])
            strong: true
        }
        ErrorNotice {
            width: parent.width
            visible: card.stage === App.ImportStage.Unreadable
            happened: OfficeWords.fileTrouble(SetUpModel.trouble, SetUpModel.troubleDetail)
            safe: qsTr("Nothing was sent, and the file was not changed.")
            advice: OfficeWords.fileAdvice(SetUpModel.trouble)
        }
        ImportCounts {
            width: parent.width
            visible: card.stage === App.ImportStage.Sending || card.stage === App.ImportStage.Stopped || card.stage === App.ImportStage.Done
        }
        FailureNotice {
            width: parent.width
            failure: SetUpModel.failure
            safe: qsTr("Rows that were taken stay; the file can be sent again from the start.")
        }
        Choice {
            id: actions
            width: parent.width

            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.stage === App.ImportStage.Read || card.stage === App.ImportStage.Stopped
                enabled: SetUpModel.total > 0
                kind: AppButton.Primary
                text: card.stage === App.ImportStage.Read ? qsTr("Send these rows") : qsTr("Send again")
                sign: Icons.cloudUpload
                onClicked: SetUpModel.send()
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: card.stage === App.ImportStage.Sending
                text: qsTr("Stop")
                sign: Icons.remove
                onClicked: SetUpModel.stop()
            }
            AppButton {
                width: Math.min(implicitWidth, actions.width)
                visible: SetUpModel.mayRead && card.stage !== App.ImportStage.Sending
                enabled: card.stage !== App.ImportStage.Reading
                kind: card.stage === App.ImportStage.None ? AppButton.Primary : AppButton.Secondary
                text: card.stage === App.ImportStage.Reading ? qsTr("Reading …") : card.stage === App.ImportStage.None ? qsTr("Choose a file …")
                                                                                                                  : qsTr("Choose another file …")
                sign: Icons.fileUp
                onClicked: SetUpModel.chooseFile()
            }
        }
    }
}
