import QtQuick
import Doorstep.Controls

// A column's name.
AppText {
    quiet: true
    font.pixelSize: Theme.small
    horizontalAlignment: Text.AlignRight
    wrapMode: Text.NoWrap
}
