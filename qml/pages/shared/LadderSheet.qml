pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One step of the search: whom to ring, and what came of it.
Sheet {
    id: sheet

    property int step: Care.LadderStep.None
    property int result: Care.LadderResult.Unknown
    property int accountedBy: Care.AccountedBy.Unknown
    readonly property bool telling: step >= Care.LadderStep.Hospital

    function openFor(step: int) {
        sheet.step = step
        sheet.result = Care.LadderResult.Unknown
        sheet.accountedBy = Care.AccountedBy.Unknown
        note.text = ""
        LadderModel.dismissFailure()
        sheet.open()
    }

    title: LadderWords.title(step)
    action: LadderModel.saving ? qsTr("Saving …") : qsTr("Put it down")
    ready: !LadderModel.saving && result !== Care.LadderResult.Unknown
           && (result !== Care.LadderResult.AccountedFor || accountedBy !== Care.AccountedBy.Unknown)
    onActed: LadderModel.record(sheet.step, sheet.result, sheet.accountedBy, note.text)

    NumberRow {
        width: parent.width
        visible: sheet.step === Care.LadderStep.Police
        name: qsTr("Police")
        number: "110"
        sign: Icons.siren
        tone: Tone.Red
        onClicked: Navigator.numberWanted(name, number)
    }
    Repeater {
        id: numbers
        model: LadderModel.numbers

        NumberRow {
            required property int step
            required property string phone
            required property int relation
            required property string note
            required name
            width: parent?.width ?? 0
            visible: step === sheet.step
            number: phone
            detail: Words.line([CareWords.relation(relation), note])
            onClicked: Navigator.numberWanted(name, number)
        }
    }
    AppText {
        width: parent.width
        visible: sheet.step === Care.LadderStep.SecondTry
        text: qsTr("When you meet them, start a visit: it ends the search by itself.")
        quiet: true
    }
    AppText {
        width: parent.width
        visible: sheet.step === Care.LadderStep.Neighbour
        text: qsTr("Ask when they were last seen. Say only that you wanted to visit; nothing about health.")
        quiet: true
    }
    Heading {
        width: parent.width
        text: qsTr("What came of it?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width

        Repeater {
            model: sheet.step === Care.LadderStep.SecondTry
                   ? [Care.LadderResult.NotReached, Care.LadderResult.AccountedFor]
                   : sheet.telling ? [Care.LadderResult.NotReached, Care.LadderResult.NoNews, Care.LadderResult.Told,
                                      Care.LadderResult.AccountedFor]
                                   : [Care.LadderResult.NotReached, Care.LadderResult.NoNews, Care.LadderResult.AccountedFor]

            Chip {
                required property int modelData
                text: LadderWords.result(modelData)
                checked: sheet.result === modelData
                onClicked: sheet.result = modelData
            }
        }
    }
    Heading {
        width: parent.width
        visible: sheet.result === Care.LadderResult.AccountedFor
        text: qsTr("How do we know?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width
        visible: sheet.result === Care.LadderResult.AccountedFor

        Repeater {
            model: 8

            Chip {
                required property int modelData
                text: LadderWords.accountedBy(modelData + 1)
                checked: sheet.accountedBy === modelData + 1
                onClicked: sheet.accountedBy = modelData + 1
            }
        }
    }
    AppTextArea {
        id: note
        width: parent.width
        label: qsTr("Who said what, if you like")
        hint: label
    }
    FailureNotice {
        width: parent.width
        failure: LadderModel.saveFailure
    }
    ErrorNotice {
        width: parent.width
        visible: LadderModel.problem > 0
        happened: FailureWords.problem(LadderModel.problem, "")
        safe: qsTr("Everything put down before is kept.")
        advice: qsTr("Please open the elder's file once more and look how the search stands.")
    }
    Connections {
        target: LadderModel
        function onRecorded() {
            sheet.close()
        }
    }
}
