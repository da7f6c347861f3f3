pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// The rarer answers, with what each means, and what was heard about whereabouts.
Sheet {
    id: sheet

    property string elderId: ""
    property int met: Care.Met.NotAnswered
    property int proposal: Care.Proposal.None
    property bool proxyPossible: false

    function openFor(elderId: string, name: string, met: int, proposal: int, proxyPossible: bool) {
        sheet.elderId = elderId
        sheet.title = name
        sheet.met = met
        sheet.proposal = proposal
        sheet.proxyPossible = proxyPossible
        sheet.open()
    }

    title: ""
    action: qsTr("Done")
    onActed: sheet.close()

    Heading {
        width: parent.width
        text: qsTr("How was it instead?")
        font.pixelSize: Theme.body
    }
    Column {
        width: parent.width

        Repeater {
            id: answers
            model: [Care.Met.ByVideo, Care.Met.RefusedAtTheDoor, Care.Met.RefusedByPhone, Care.Met.NotSeenSafe,
                    Care.Met.NoReplyByPhone, Care.Met.AbortedUnsafe, Care.Met.Cancelled]

            ListRow {
                id: answer
                required property int modelData
                required property int index

                width: parent?.width ?? 0
                first: index === 0
                last: index === answers.count - 1
                selected: sheet.met === modelData
                spokenRole: Accessible.RadioButton
                spoken: VisitWords.met(modelData) + ". " + VisitWords.metMeaning(modelData)
                onClicked: {
                    sheet.met = modelData
                    VisitModel.setMet(sheet.elderId, modelData)
                }

                ColumnLayout {
                    width: parent.width
                    spacing: 0

                    AppText {
                        Layout.fillWidth: true
                        text: VisitWords.met(answer.modelData)
                        strong: true
                        Accessible.ignored: true
                    }
                    AppText {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: VisitWords.metMeaning(answer.modelData)
                        quiet: true
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    Heading {
        width: parent.width
        visible: sheet.proxyPossible
        text: qsTr("Or somebody on file vouches")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width
        visible: sheet.proxyPossible

        Repeater {
            model: VisitModel.contacts

            Chip {
                required property string contactId
                required property string name
                required property int relation
                text: name + "  " + CareWords.relation(relation)
                sign: Icons.people
                onClicked: {
                    sheet.met = Care.Met.ProxyConfirmed
                    VisitModel.setProxy(sheet.elderId, contactId)
                    sheet.close()
                }
            }
        }
    }
    AppText {
        width: parent.width
        visible: !sheet.proxyPossible
        text: qsTr("Somebody else vouching counts only while an absence lasts that a second person has confirmed, and only by somebody on file. None is confirmed now: report it below, and a supervisor confirms it.")
        quiet: true
        font.pixelSize: Theme.small
    }
    Heading {
        width: parent.width
        visible: sheet.met !== Care.Met.NotAnswered
        text: qsTr("What did you hear about them?")
        font.pixelSize: Theme.body
    }
    Choice {
        width: parent.width
        visible: sheet.met !== Care.Met.NotAnswered

        Repeater {
            model: [Care.Proposal.None, Care.Proposal.Away, Care.Proposal.Hospitalised, Care.Proposal.Institutionalised,
                    Care.Proposal.MovedOut, Care.Proposal.Deceased]

            Chip {
                required property int modelData
                text: CareWords.proposal(modelData)
                checked: sheet.proposal === modelData
                onClicked: {
                    sheet.proposal = modelData
                    VisitModel.setProposal(sheet.elderId, modelData)
                }
            }
        }
    }
}
