import QtQuick
import Doorstep.Models
import Doorstep.Controls
import Doorstep.Pages.Shared

// Two files that may be of one person: they are one, or two; and what was made one is taken apart again.
Sheet {
    id: sheet

    property string pairId: ""
    property personEntry older
    property personEntry newer
    property int reason: App.DuplicateReason.Unknown
    property bool merged: false
    property bool mergeable: false

    function openFor(pairId: string, older: personEntry, newer: personEntry, reason: int, merged: bool, mergeable: bool) {
        sheet.pairId = pairId
        sheet.older = older
        sheet.newer = newer
        sheet.reason = reason
        sheet.merged = merged
        sheet.mergeable = mergeable
        OpenWorkModel.dismissSaveFailure()
        sheet.open()
    }

    title: sheet.merged ? qsTr("Made one person") : qsTr("One person or two?")
    action: OpenWorkModel.saving ? qsTr("Saving …") : sheet.merged ? qsTr("Take apart again") : qsTr("One person")
    second: sheet.merged || !sheet.mergeable ? "" : qsTr("Two persons")
    ready: !OpenWorkModel.saving && sheet.mergeable
    onActed: {
        if (sheet.merged)
            OpenWorkModel.takeApart(sheet.pairId)
        else
            OpenWorkModel.merge(sheet.pairId)
    }
    onSecondActed: OpenWorkModel.keepApart(sheet.pairId)

    AppText {
        width: parent.width
        text: ValueWords.duplicate(sheet.reason)
    }
    SideBySide {
        id: pair
        width: parent.width

        PersonCell {
            width: pair.part
            height: pair.wide ? pair.implicitHeight : implicitHeight
            title: qsTr("On file for longer")
            person: sheet.older
            stands: true
        }
        PersonCell {
            x: pair.wide ? pair.part + Theme.space3 : 0
            y: pair.wide ? 0 : pair.firstHeight + Theme.space3
            width: pair.part
            height: pair.wide ? pair.implicitHeight : implicitHeight
            title: qsTr("Also on file")
            person: sheet.newer
        }
    }
    AppText {
        width: parent.width
        text: sheet.merged ? qsTr("All visits count for the file that was there for longer. Taken apart, each visit is again where it was recorded.")
                           : qsTr("As one person, the file that was there for longer goes on; every visit and service of both stays and counts once. It can be taken apart again.")
        quiet: true
    }
    DeedFailure {
        width: parent.width
        failure: OpenWorkModel.saveFailure
        problem: OpenWorkModel.saveProblem
    }

    Connections {
        target: OpenWorkModel
        function onSaved() {
            sheet.close()
        }
    }
}
