pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls

// What was promised before, to be ticked off; and what is promised now.
VisitSection {
    id: section

    signal promiseWanted

    title: qsTr("Promised")

    Repeater {
        model: VisitModel.openPromises

        AppSwitch {
            required property string promiseId
            required property string what
            required property moment dueOn
            required property int daysLeft
            required property bool kept
            width: parent?.width ?? 0
            text: what
            detail: kept ? qsTr("kept") : CareWords.promised(dueOn, daysLeft)
            checked: kept
            onToggled: VisitModel.setKept(promiseId, checked)
        }
    }
    Repeater {
        model: VisitModel.promises

        RowLayout {
            id: promise
            required property string promiseId
            required property string what
            required property moment dueOn
            required property int daysLeft

            width: parent?.width ?? 0
            spacing: Theme.space3

            Icon {
                sign: Icons.promise
                color: Theme.primary
            }
            AppText {
                Layout.fillWidth: true
                text: Words.line([promise.what, CareWords.promised(promise.dueOn, promise.daysLeft)])
            }
            IconButton {
                sign: Icons.trash
                spoken: qsTr("Take back: %1").arg(promise.what)
                onClicked: VisitModel.removePromise(promise.promiseId)
            }
        }
    }
    AppButton {
        width: Math.min(implicitWidth, parent.width)
        text: qsTr("Promise something")
        sign: Icons.plus
        onClicked: section.promiseWanted()
    }
}
