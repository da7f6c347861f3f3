import QtQuick

// One sign of the icon font; the word stands beside it, so readers skip it.
Text {
    required property string sign
    property int size: Math.round(22 * Theme.textScale)

    text: sign
    color: Theme.text
    font.family: Icons.family
    font.pixelSize: size
    width: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    Accessible.ignored: true
}
