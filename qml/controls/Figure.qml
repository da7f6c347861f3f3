import QtQuick
import QtQuick.Layouts

// One figure: its name, its value, and what stands behind it.
ColumnLayout {
    id: figure

    required property string label
    required property string value
    property string behind: ""
    property bool large: false

    spacing: 0
    Accessible.role: Accessible.StaticText
    Accessible.name: label + " " + value + " " + behind

    AppText {
        Layout.fillWidth: true
        text: figure.label
        quiet: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
    AppText {
        Layout.fillWidth: true
        text: figure.value
        strong: true
        font.pixelSize: figure.large ? Theme.display : Theme.heading
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: figure.behind
        quiet: true
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
