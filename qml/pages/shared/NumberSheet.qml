pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// One number, as large as can be, and as a code that another telephone reads: a tablet seldom rings.
Sheet {
    id: sheet

    property string name: ""
    property string number: ""
    property bool cannotRing: false
    readonly property string link: NumbersModel.link(number)

    function openFor(name: string, number: string) {
        sheet.name = name
        sheet.number = number
        sheet.cannotRing = false
        sheet.open()
    }

    title: name
    action: qsTr("Ring from this device")
    ready: link !== ""
    onActed: sheet.cannotRing = !Qt.openUrlExternally(sheet.link)

    AppText {
        width: parent.width
        text: sheet.number
        strong: true
        font.pixelSize: Theme.display
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        width: parent.width
        height: code.height
        visible: sheet.link !== ""

        QrPicture {
            id: code
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, implicitWidth)
            height: width
            words: sheet.link
            spoken: qsTr("Code of the number %1").arg(sheet.number)
        }
    }
    AppText {
        width: parent.width
        visible: sheet.link !== ""
        text: qsTr("Point your own telephone's camera at the code and ring from there.")
        quiet: true
        horizontalAlignment: Text.AlignHCenter
    }
    ErrorNotice {
        width: parent.width
        visible: sheet.cannotRing
        happened: qsTr("This device cannot ring.")
        safe: qsTr("Nothing was changed.")
        advice: qsTr("Please ring with another telephone: dial the number or read the code with its camera.")
    }
}
