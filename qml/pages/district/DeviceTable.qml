pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Every device: when it was last heard from, what it sent, and what it said it still holds.
Column {
    id: column

    SectionHeader {
        width: parent.width
        text: qsTr("Devices")
        detail: EndOfDayModel.devices.count
        sign: Icons.tablet
        gap: 0
    }
    Repeater {
        id: devices
        model: EndOfDayModel.devices

        DeviceRow {
            required property int index
            width: column.width
            first: index === 0
            last: index === devices.count - 1
        }
    }
}
