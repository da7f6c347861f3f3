import QtQuick
import QtQuick.Layouts

// A sign, what it is about, and what is known.
RowLayout {
    id: fact

    required property string sign
    required property string label
    required property string value
    property color ink: Theme.text

    spacing: Theme.space3

    Icon {
        sign: fact.sign
        color: Theme.quiet
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        AppText {
            Layout.fillWidth: true
            text: fact.label
            quiet: true
            font.pixelSize: Theme.small
        }
        AppText {
            Layout.fillWidth: true
            text: fact.value
            color: fact.ink
        }
    }
}
