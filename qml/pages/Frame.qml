import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared
import Doorstep.Pages.Visitor
import Doorstep.Pages.Supervisor
import Doorstep.Pages.District

// What stands around every page: the strip that tells the truth, the places, list and detail.
Item {
    id: frame

    Component.onCompleted: Navigator.goHome()

    Binding {
        target: Navigator
        property: "wide"
        value: frame.width >= Theme.wideFrom
    }

    SyncStrip {
        id: strip
        width: parent.width - emergency.width
        height: Math.max(implicitHeight, emergency.implicitHeight)
        tone: SyncWords.tone(SyncModel.truth)
        sign: SyncWords.sign(SyncModel.truth)
        text: SyncWords.strip(SyncModel.truth, SyncModel.waitingVisits, SyncModel.waitingChanges, SyncModel.quarantinedCount,
                              SyncModel.lastSync, SyncModel.lastSyncToday, SyncModel.done, SyncModel.total,
                              SyncModel.waitingPictures)
        remark: SyncModel.truth === App.Truth.Waiting && SyncModel.lastSync.known
                ? qsTr("Last upload: %1").arg(SyncWords.lastSync(SyncModel.lastSync, SyncModel.lastSyncToday)) : ""
        onClicked: Navigator.go(Navigator.Sync)
    }
    EmergencyButton {
        id: emergency
        anchors.right: parent.right
        narrow: !Navigator.wide
        height: strip.height
        onClicked: Navigator.emergencyWanted()
    }
    Rail {
        id: rail
        visible: Navigator.wide
        y: strip.height
        width: visible ? implicitWidth : 0
        height: parent.height - y
    }
    BottomBar {
        id: bottomBar
        visible: !Navigator.wide && (Navigator.whole || !Navigator.detailOpen)
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
    }
    ListDetail {
        id: content
        x: rail.width
        y: strip.height
        width: parent.width - x
        height: parent.height - y - bottomBar.height
        visible: !Navigator.whole
        wide: Navigator.wide
        detailOpen: Navigator.detailOpen
        list: Navigator.whole ? null : Navigator.place === Navigator.Today ? today : Navigator.place === Navigator.Elders ? elders
            : Navigator.place === Navigator.Open ? open : Navigator.place === Navigator.Caseload ? caseload : missed
        detail: Navigator.whole ? null
              : Navigator.place === Navigator.Caseload && CaseloadModel.chosen && ElderModel.elderId === "" ? worker : elder
    }
    Loader {
        anchors.fill: content
        active: Navigator.whole
        sourceComponent: Navigator.place === Navigator.Sync ? sync : Navigator.place === Navigator.Coverage ? coverage
                       : Navigator.place === Navigator.Month ? month : Navigator.place === Navigator.EndOfDay ? evening
                       : Navigator.place === Navigator.Rules ? rules : Navigator.place === Navigator.Paper ? paper
                       : Navigator.place === Navigator.SetUp ? setUp : settings
    }

    Component {
        id: today
        TodayList {}
    }
    Component {
        id: elders
        EldersList {}
    }
    Component {
        id: open
        OpenWorkList {}
    }
    Component {
        id: caseload
        CaseloadList {}
    }
    Component {
        id: worker
        WorkerPage {}
    }
    Component {
        id: missed
        MissedList {}
    }
    Component {
        id: elder
        ElderDetail {}
    }
    Component {
        id: month
        MonthPage {}
    }
    Component {
        id: evening
        EndOfDayPage {}
    }
    Component {
        id: rules
        RulesPage {}
    }
    Component {
        id: paper
        PaperPage {}
    }
    Component {
        id: setUp
        SetUpPage {}
    }
    Component {
        id: coverage
        CoveragePage {}
    }
    Component {
        id: sync
        SyncPage {}
    }
    Component {
        id: settings
        SettingsPage {}
    }
}
