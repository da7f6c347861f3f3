pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The window: the lock in front, the notebook behind it.
Window {
    id: window

    property bool recovering: false

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 560
    visible: true
    title: qsTr("Doorstep")
    color: Theme.page

    Binding {
        target: Theme
        property: "textScale"
        value: SessionModel.textScale
    }
    Binding {
        target: Theme
        property: "dark"
        value: SessionModel.dark
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: SessionModel.stage === App.Stage.Open ? notebook
                       : SessionModel.stage === App.Stage.NotEnrolled ? enrolment
                       : SessionModel.stage === App.Stage.Locked ? (window.recovering ? recovery : lock) : null
    }

    Connections {
        target: SessionModel
        function onStageChanged() {
            window.recovering = false
        }
    }

    Component {
        id: notebook
        Frame {}
    }
    Component {
        id: enrolment
        EnrolPage { focus: true }
    }
    Component {
        id: lock
        UnlockPage {
            focus: true
            onForgotten: {
                SessionModel.dismissFailure()
                window.recovering = true
            }
        }
    }
    Component {
        id: recovery
        RecoveryPage {
            onBack: {
                SessionModel.dismissFailure()
                window.recovering = false
            }
        }
    }
}
