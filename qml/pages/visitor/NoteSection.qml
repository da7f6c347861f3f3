pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// A word for next time; the usual ones need no typing.
VisitSection {
    id: section

    property bool all: false
    readonly property int usual: 4

    title: qsTr("A note for next time")

    Choice {
        width: parent.width

        Repeater {
            model: VisitModel.phrases

            Chip {
                required property string modelData
                required property int index
                visible: section.all || index < section.usual
                text: modelData
                sign: Icons.plus
                spokenRole: Accessible.Button
                onClicked: VisitModel.addPhrase(modelData)
            }
        }
        Chip {
            visible: !section.all && VisitModel.phrases.length > section.usual
            text: qsTr("More …")
            sign: Icons.more
            spokenRole: Accessible.Button
            onClicked: section.all = true
        }
    }
    AppTextArea {
        id: area
        width: parent.width
        label: section.title
        hint: qsTr("Type here if you like")
        onTextChanged: VisitModel.note = text
        Component.onCompleted: text = VisitModel.note
    }
    Connections {
        target: VisitModel
        function onNoteChanged() {
            if (area.text !== VisitModel.note)
                area.text = VisitModel.note
        }
    }
}
