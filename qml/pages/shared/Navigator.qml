pragma Singleton
import QtQuick
import Doorstep.Models

// Where one is in the app, and the ways from there. Pages ask it; the frame shows it.
QtObject {
    id: navigator

    enum Place { Today, Elders, Open, Caseload, Coverage, Sync, Settings, Month, EndOfDay, Rules, Paper, SetUp }

    property bool wide: false
    property int place: Navigator.Today
    property bool missedShown: false
    readonly property list<int> places: placesOf(SessionModel.visitor, SessionModel.supervisor, SessionModel.district)
    readonly property bool detailOpen: ElderModel.elderId !== "" || VisitModel.stage !== App.VisitStage.None
                                       || (place === Navigator.Caseload && CaseloadModel.chosen)
    // Pages that take the whole width, without a list beside them.
    readonly property bool whole: place === Navigator.Sync || place === Navigator.Settings || place === Navigator.Month
                                  || place === Navigator.EndOfDay || place === Navigator.Rules || place === Navigator.Paper
                                  || place === Navigator.SetUp
                                  || (place === Navigator.Coverage && !missedShown)

    function placesOf(visitor: bool, supervisor: bool, district: bool): list<int> {
        if (district)
            return visitor || supervisor ? [Navigator.Today, Navigator.Elders, Navigator.Month, Navigator.Open, Navigator.Caseload, Navigator.Coverage,
                                           Navigator.EndOfDay, Navigator.Rules]
                                         : [Navigator.Elders, Navigator.Open, Navigator.Caseload, Navigator.Coverage, Navigator.EndOfDay,
                                            Navigator.Rules]
        return supervisor ? [Navigator.Today, Navigator.Elders, Navigator.Month, Navigator.Open, Navigator.Caseload]
                          : [Navigator.Today, Navigator.Elders, Navigator.Month]
    }

    function goHome() {
        go(SessionModel.district ? Navigator.Coverage : SessionModel.visitor ? Navigator.Today
         : SessionModel.supervisor ? Navigator.Open : Navigator.Elders)
    }

    function go(place: int) {
        if (VisitModel.stage !== App.VisitStage.None)
            VisitModel.leave()
        ElderModel.show("")
        CaseloadModel.chooseNobody()
        navigator.missedShown = false
        navigator.place = place
    }

    // Asked for anywhere, answered by the window.
    signal emergencyWanted
    signal numberWanted(string name, string number)

    function openElder(elderId: string) {
        if (VisitModel.stage !== App.VisitStage.None)
            VisitModel.leave()
        ElderModel.show(elderId)
    }

    function closeElder() {
        ElderModel.show("")
    }

    function visit(elderId: string) {
        openElder(elderId)
        VisitModel.begin(elderId)
    }

    function paper(elderId: string) {
        openElder(elderId)
        VisitModel.beginPaper(elderId)
    }

    function correct(elderId: string, visitId: string) {
        openElder(elderId)
        VisitModel.correct(elderId, visitId)
    }

    // From a page without a list of its own.
    function showElder(elderId: string) {
        go(Navigator.Elders)
        ElderModel.show(elderId)
    }

    // After saving, a narrow window goes back to the list.
    function leaveVisit() {
        if (VisitModel.stage === App.VisitStage.Saved && !wide)
            ElderModel.show("")
        VisitModel.leave()
    }

    function showWorker(workerId: string) {
        ElderModel.show("")
        CaseloadModel.choose(workerId)
    }

    function showMissed(code: string, name: string) {
        MissedModel.show(code, name, CoverageModel.year, CoverageModel.month)
        navigator.missedShown = true
    }

    function leaveMissed() {
        ElderModel.show("")
        navigator.missedShown = false
    }
}
