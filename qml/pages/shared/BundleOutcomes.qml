pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// What became of each sealed file of the last round, if that was this errand.
Column {
    id: list

    required property int errand
    property string nothing: ""  // said when there was none

    spacing: Theme.space3
    visible: BundleModel.errand === errand && (outcomes.count > 0 || (BundleModel.nothing && nothing !== ""))

    AppText {
        width: parent.width
        visible: BundleModel.nothing && list.nothing !== ""
        text: list.nothing
    }
    Repeater {
        id: outcomes
        model: BundleModel.outcomes

        Column {
            id: row

            required property string name
            required property string device
            required property int changes
            required property int taken
            required property int putAside
            required property int knownBefore
            required property int trouble
            required property int failure
            readonly property bool good: trouble === App.BundleTrouble.None && failure === App.Failure.None

            width: parent?.width ?? 0
            spacing: Theme.space2

            Fact {
                width: parent.width
                sign: row.good ? Icons.circleCheck : Icons.triangle
                label: Words.line([row.device, row.changes > 0 ? qsTr("%n change(s)", "", row.changes) : "", row.name])
                value: row.good ? BundleWords.outcome(row.taken, row.putAside, row.knownBefore) : qsTr("Not taken")
                ink: row.good ? Theme.text : Theme.orange
            }
            ErrorNotice {
                width: parent.width
                visible: row.trouble !== App.BundleTrouble.None
                happened: BundleWords.happened(row.trouble)
                safe: BundleWords.safe()
                advice: BundleWords.advice(row.trouble)
            }
            FailureNotice {
                width: parent.width
                failure: row.failure
                safe: BundleWords.safe()
                advice: list.errand === App.BundleErrand.Send && (failure === App.Failure.NoNetwork || failure === App.Failure.Slow)
                        ? qsTr("Please try again when there is a network, or take it to the district desk on a stick.")
                        : FailureWords.advice(failure)
            }
        }
    }
}
