import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// A search whose time is nearly up, or is.
ErrorNotice {
    readonly property bool late: TodayModel.alarmMinutesLeft < 0

    visible: TodayModel.alarmElderId !== ""
    tone: late ? Tone.Red : Tone.Orange
    happened: late ? qsTr("%1: nobody answered, and the time is up").arg(TodayModel.alarmName)
                   : qsTr("%1: nobody answered").arg(TodayModel.alarmName)
    safe: Words.line([Words.sentence(late ? LadderWords.atOnce(TodayModel.alarmStep)
                                          : LadderWords.byWhen(TodayModel.alarmStep, TodayModel.alarmDue, TodayModel.day)),
                      LadderWords.left(TodayModel.alarmMinutesLeft)])
    advice: TodayModel.alarmOthers > 0 ? qsTr("And %n more search(es) that cannot wait.", "", TodayModel.alarmOthers)
                                       : qsTr("The search ends only when we know where they are.")
    action: qsTr("Go on with the search")
    onActed: Navigator.openElder(TodayModel.alarmElderId)
}
