import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Something was noticed at the door after the search began.
Sheet {
    id: sheet

    property list<int> noticed: []

    function openEmpty() {
        sheet.noticed = []
        sheet.open()
    }

    title: qsTr("What did you notice?")
    action: qsTr("Put it down")
    ready: noticed.length > 0 && !LadderModel.saving
    onActed: {
        LadderModel.notice(sheet.noticed)
        sheet.close()
    }

    SignChoice {
        width: parent.width
        noticed: sheet.noticed
        onToggled: (sign, noticed) => {
            const kept = []
            for (let at = 0; at < sheet.noticed.length; ++at) {
                if (sheet.noticed[at] !== sign)
                    kept.push(sheet.noticed[at])
            }
            if (noticed)
                kept.push(sign)
            sheet.noticed = kept
        }
    }
    UrgentNotice {
        width: parent.width
        visible: sheet.noticed.length > 0
    }
}
