pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared
import Doorstep.Pages.Visitor
import Doorstep.Pages.Supervisor
import Doorstep.Pages.District

// What stands around every page: the strip that tells the truth, the places, list and detail.
Item {
    id: frame

    objectName: "frame"

    enum Place { Today, Elders, Open, Caseload, Coverage, Sync, Settings }

    readonly property bool wide: width >= Theme.wideFrom
    readonly property list<int> places: {
        const all = []
        if (SessionModel.visitor || SessionModel.supervisor)
            all.push(Frame.Today)
        all.push(Frame.Elders)
        if (SessionModel.supervisor || SessionModel.district)
            all.push(Frame.Open, Frame.Caseload)
        if (SessionModel.district)
            all.push(Frame.Coverage)
        return all
    }
    readonly property list<int> narrowPlaces: {
        const all = []
        for (let at = 0; at < places.length; ++at)
            all.push(places[at])
        all.push(Frame.Settings)
        return all
    }
    property int place: firstPlace()
    property bool missedShown: false

    function firstPlace(): int {
        return SessionModel.district ? Frame.Coverage : SessionModel.visitor ? Frame.Today
             : SessionModel.supervisor ? Frame.Open : Frame.Elders
    }

    function go(place: int) {
        if (VisitModel.stage !== App.VisitStage.None)
            VisitModel.leave()
        ElderModel.show("")
        CaseloadModel.chooseNobody()
        frame.missedShown = false
        frame.place = place
    }

    function showMissed(code: string, name: string) {
        MissedModel.show(code, name, CoverageModel.year, CoverageModel.month)
        frame.missedShown = true
    }

    function placeName(place: int): string {
        switch (place) {
        case Frame.Today: return qsTr("Today")
        case Frame.Elders: return qsTr("Elders")
        case Frame.Open: return qsTr("Open")
        case Frame.Caseload: return qsTr("Caseload")
        case Frame.Coverage: return qsTr("Coverage")
        case Frame.Sync: return qsTr("Upload")
        default: return qsTr("Settings")
        }
    }

    function placeSign(place: int): string {
        switch (place) {
        case Frame.Today: return Icons.sun
        case Frame.Elders: return Icons.people
        case Frame.Open: return Icons.todo
        case Frame.Caseload: return Icons.team
        case Frame.Coverage: return Icons.chart
        case Frame.Sync: return Icons.sync
        default: return Icons.settings
        }
    }

    SyncStrip {
        id: strip
        width: parent.width
        tone: SyncWords.tone(SyncModel.truth)
        sign: SyncWords.sign(SyncModel.truth)
        text: SyncWords.strip(SyncModel.truth, SyncModel.waitingVisits, SyncModel.waitingChanges, SyncModel.quarantinedCount,
                              SyncModel.lastSync, SyncModel.lastSyncToday, SyncModel.done, SyncModel.total)
        remark: SyncModel.truth === App.Truth.Waiting && SyncModel.lastSync.known
                ? qsTr("last upload %1").arg(SyncWords.lastSync(SyncModel.lastSync, SyncModel.lastSyncToday)) : ""
        onClicked: frame.go(Frame.Sync)
    }

    Rectangle {
        id: rail
        visible: frame.wide
        y: strip.height
        width: frame.wide ? Math.round(104 * Math.min(1.4, Theme.textScale)) : 0
        height: parent.height - y
        color: Theme.page

        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
        ColumnLayout {
            anchors.fill: parent
            anchors.margins: Theme.space2
            spacing: Theme.space2

            Repeater {
                model: frame.wide ? frame.places : []

                NavigationItem {
                    required property int modelData
                    Layout.fillWidth: true
                    text: frame.placeName(modelData)
                    sign: frame.placeSign(modelData)
                    current: frame.place === modelData
                    count: modelData === Frame.Open ? RisksModel.toAcknowledge : 0
                    onClicked: frame.go(modelData)
                }
            }
            Item {
                Layout.fillHeight: true
            }
            NavigationItem {
                Layout.fillWidth: true
                text: frame.placeName(Frame.Settings)
                sign: Icons.settings
                current: frame.place === Frame.Settings
                onClicked: frame.go(Frame.Settings)
            }
        }
    }

    Rectangle {
        id: bottomBar
        visible: !frame.wide && !content.detailOpen
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? bottomRow.implicitHeight + 2 * Theme.space1 : 0
        color: Theme.surface

        Rule {
            width: parent.width
        }
        RowLayout {
            id: bottomRow
            anchors.fill: parent
            anchors.margins: Theme.space1
            spacing: 0

            Repeater {
                model: frame.wide ? [] : frame.narrowPlaces

                NavigationItem {
                    required property int modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: frame.placeName(modelData)
                    sign: frame.placeSign(modelData)
                    current: frame.place === modelData
                    count: modelData === Frame.Open ? RisksModel.toAcknowledge : 0
                    onClicked: frame.go(modelData)
                }
            }
        }
    }

    ListDetail {
        id: content

        readonly property bool whole: frame.place === Frame.Sync || frame.place === Frame.Settings
                                      || (frame.place === Frame.Coverage && !frame.missedShown)

        x: rail.width
        y: strip.height
        width: parent.width - x
        height: parent.height - y - bottomBar.height
        visible: !whole
        wide: frame.wide
        detailOpen: ElderModel.elderId !== "" || VisitModel.stage !== App.VisitStage.None
                    || (frame.place === Frame.Caseload && CaseloadModel.chosen)
        list: whole ? null : frame.place === Frame.Today ? today : frame.place === Frame.Elders ? elders
            : frame.place === Frame.Open ? open : frame.place === Frame.Caseload ? caseload : missed
        detail: whole ? null : frame.place === Frame.Caseload && CaseloadModel.chosen && ElderModel.elderId === "" ? worker : elder
    }
    Loader {
        anchors.fill: content
        active: content.whole
        sourceComponent: frame.place === Frame.Sync ? sync : frame.place === Frame.Coverage ? coverage : settings
    }

    Component {
        id: today
        TodayList {
            onOpened: elderId => ElderModel.show(elderId)
            onVisitWanted: elderId => {
                ElderModel.show(elderId)
                VisitModel.begin(elderId)
            }
        }
    }
    Component {
        id: elders
        EldersList { onOpened: elderId => ElderModel.show(elderId) }
    }
    Component {
        id: open
        OpenRisksList { onOpened: elderId => ElderModel.show(elderId) }
    }
    Component {
        id: caseload
        CaseloadList {
            onChosen: workerId => {
                ElderModel.show("")
                CaseloadModel.choose(workerId)
            }
        }
    }
    Component {
        id: worker
        WorkerPage {
            canGoBack: !frame.wide
            onBack: CaseloadModel.chooseNobody()
            onOpened: elderId => ElderModel.show(elderId)
        }
    }
    Component {
        id: missed
        MissedList {
            onBack: {
                ElderModel.show("")
                frame.missedShown = false
            }
            onOpened: elderId => ElderModel.show(elderId)
        }
    }
    Component {
        id: elder
        ElderDetail { wide: frame.wide }
    }
    Component {
        id: coverage
        CoveragePage { onMissedWanted: (code, name) => frame.showMissed(code, name) }
    }
    Component {
        id: sync
        SyncPage {
            canGoBack: true
            onBack: frame.go(frame.firstPlace())
        }
    }
    Component {
        id: settings
        SettingsPage {}
    }
}
