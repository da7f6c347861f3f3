import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The supervisor's word that a risk has been seen, with what happens next.
Sheet {
    id: sheet

    property string flagId: ""
    property string about: ""
    property int level: Care.RiskLevel.Yellow

    function openFor(flagId: string, about: string, level: int) {
        sheet.flagId = flagId
        sheet.about = about
        sheet.level = level
        note.text = ""
        sheet.open()
    }

    title: qsTr("Acknowledge the risk")
    action: RisksModel.saving ? qsTr("Saving …") : qsTr("Acknowledge")
    ready: !RisksModel.saving
    onActed: RisksModel.acknowledge(sheet.flagId, note.text)

    Badge {
        text: RiskWords.level(sheet.level)
        sign: RiskWords.sign(sheet.level)
        tone: RiskWords.tone(sheet.level)
    }
    AppText {
        width: parent.width
        text: sheet.about
        strong: true
    }
    AppText {
        width: parent.width
        text: RiskWords.levelDeadlines(sheet.level)
        quiet: true
    }
    AppTextArea {
        id: note
        width: parent.width
        label: qsTr("What happens next, if you like")
        hint: label
    }
    FailureNotice {
        width: parent.width
        failure: RisksModel.saveFailure
    }

    Connections {
        target: RisksModel
        function onAcknowledged() {
            sheet.close()
        }
    }
}
