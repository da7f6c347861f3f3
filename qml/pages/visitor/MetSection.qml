pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Did you meet them? One tap for each person behind the door.
VisitSection {
    id: section

    title: qsTr("Did you meet them yourself?")

    Repeater {
        model: VisitModel.elders

        Column {
            id: elder
            required property string elderId
            required property string name
            required property int age
            required property int met
            required property int proposal
            required property bool proxyPossible
            readonly property list<int> common: [Care.Met.InPerson, Care.Met.AtTheDoor, Care.Met.ByPhone, Care.Met.NoReply]

            width: parent?.width ?? 0
            spacing: Theme.space2

            AppText {
                width: parent.width
                visible: VisitModel.elders.count > 1
                text: elder.age > 0 ? elder.name + " " + elder.age : elder.name
                strong: true
            }
            Choice {
                width: parent.width

                Repeater {
                    model: elder.common

                    Chip {
                        required property int modelData
                        text: VisitWords.met(modelData)
                        spoken: elder.name + ": " + text
                        sign: [Icons.circle, Icons.house, Icons.door, Icons.phone, Icons.bell][modelData]
                        tone: modelData === Care.Met.NoReply ? Tone.Orange : Tone.Primary
                        checked: elder.met === modelData
                        onClicked: VisitModel.setMet(elder.elderId, checked ? Care.Met.NotAnswered : modelData)
                    }
                }
                Chip {
                    readonly property bool other: elder.met > Care.Met.NoReply
                    text: other ? VisitWords.met(elder.met) : qsTr("Something else …")
                    spoken: elder.name + ": " + text
                    sign: Icons.more
                    checked: other
                    onClicked: more.openFor(elder.elderId, elder.name, elder.met, elder.proposal, elder.proxyPossible)
                }
            }
            AppText {
                width: parent.width
                visible: elder.proposal > 0
                text: qsTr("Reported: %1. A supervisor confirms it.").arg(CareWords.proposal(elder.proposal))
                quiet: true
            }
        }
    }

    MoreMetSheet {
        id: more
    }
}
