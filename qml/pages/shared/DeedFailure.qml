import QtQuick
import Doorstep.Controls

// Why a deed was not done: the rule it met where there is one, else the failure.
FailureNotice {
    id: notice

    property int problem: 0

    happened: notice.problem > 0 ? FailureWords.problem(notice.problem, "") : FailureWords.happened(failure)
    safe: notice.problem > 0 ? qsTr("Nothing was changed.") : FailureWords.safe(failure)
    advice: notice.problem > 0 ? qsTr("Please look at what you entered, or ask the level above.") : FailureWords.advice(failure)
}
