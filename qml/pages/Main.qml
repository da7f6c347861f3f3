import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// The window: the lock in front, the notebook behind it.
Window {
    id: window

    // For whoever goes through the app from outside: tests and pictures.
    readonly property QtObject navigator: Navigator

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

    Binding {
        target: Theme
        property: "reducedMotion"
        value: SessionModel.reducedMotion
    }
    Connections {
        target: Navigator
        function onEmergencyWanted() {
            emergency.open()
        }
        function onNumberWanted(name: string, number: string) {
            numberSheet.openFor(name, number)
        }
    }
    EmergencySheet {
        id: emergency
        objectName: "emergencySheet"
        onNumberWanted: (name, number) => numberSheet.openFor(name, number)
    }
    NumberSheet {
        id: numberSheet
        objectName: "numberSheet"
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: SessionModel.stage === App.Stage.Open ? notebook
                       : SessionModel.stage === App.Stage.NotEnrolled ? enrolment
                       : SessionModel.stage === App.Stage.Locked ? gate : null
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
        id: gate
        Gate { focus: true }
    }
}
