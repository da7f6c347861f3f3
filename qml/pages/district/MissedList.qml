pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Who was not reached, why, and whose they are.
ColumnLayout {
    spacing: 0

    PageHeader {
        Layout.fillWidth: true
        title: qsTr("Not reached")
        detail: Words.line([MissedModel.areaName, MissedModel.progress === App.Progress.Ready ? qsTr("%n elder(s)", "", MissedModel.total) : ""])
        canGoBack: true
        backSpoken: qsTr("Back to coverage")
        onBack: Navigator.leaveMissed()
    }
    Skeleton {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        visible: MissedModel.progress === App.Progress.Loading
    }
    FailureNotice {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        failure: MissedModel.failure
        advice: failure === App.Failure.NoNetwork ? qsTr("This list is asked from the service each time. Please try again when there is a network.")
                                                  : FailureWords.advice(failure)
        action: qsTr("Try again")
        onActed: MissedModel.retry()
    }
    EmptyState {
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: MissedModel.progress === App.Progress.Ready && MissedModel.rows.count === 0
        sign: Icons.circleCheck
        title: qsTr("Everybody was reached")
    }
    Item {
        Layout.fillHeight: true
        visible: MissedModel.progress !== App.Progress.Ready
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: MissedModel.progress === App.Progress.Ready && count > 0
        model: MissedModel.rows
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        bottomMargin: Theme.space5
        onAtYEndChanged: if (atYEnd) MissedModel.readMore()
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Not reached")

        T.ScrollBar.vertical: ScrollMark {}

        delegate: ListRow {
            id: row
            required property string elderId
            required property string name
            required property string address
            required property string area
            required property int tier
            required property int reason
            required property string workerName
            required property moment lastContact
            required property int index
            readonly property bool narrow: availableWidth < 280 * Theme.textScale

            x: Theme.space4
            width: list.width - 2 * Theme.space4
            first: index === 0
            last: index === list.count - 1
            selected: ElderModel.elderId === elderId
            spoken: name + ", " + CareWords.missed(reason) + ", " + workerName
            onClicked: Navigator.openElder(elderId)

            Column {
                width: parent.width
                spacing: 2

                TitleLine {
                    width: parent.width
                    text: row.name
                    narrow: row.narrow

                    Badge {
                        text: CareWords.missed(row.reason)
                        tone: row.reason === Care.Missed.Unassigned || row.reason === Care.Missed.NoReply ? Tone.Orange : Tone.Neutral
                    }
                }
                AppText {
                    width: parent.width
                    text: Words.line([row.area, row.address])
                    quiet: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
                AppText {
                    width: parent.width
                    text: Words.line([row.workerName, row.lastContact.known ? qsTr("last on %1").arg(DateWords.day(row.lastContact)) : qsTr("never visited")])
                    quiet: true
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
