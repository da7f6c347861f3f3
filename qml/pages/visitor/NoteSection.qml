pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// A word for next time; the usual ones need no typing.
VisitSection {
    id: section

    title: qsTr("A note for next time")

    Choice {
        Layout.fillWidth: true

        Repeater {
            model: VisitModel.phrases

            Chip {
                required property string modelData
                text: modelData
                sign: Icons.plus
                spokenRole: Accessible.Button
                onClicked: VisitModel.addPhrase(modelData)
            }
        }
    }
    AppTextArea {
        id: area
        Layout.fillWidth: true
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
