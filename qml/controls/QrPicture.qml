import QtQuick
import Doorstep.Models

// A QR code, always dark on white whatever the theme, with the quiet zone scanners need.
Rectangle {
    id: picture

    required property string words
    property string spoken: ""
    readonly property int quiet: 4

    implicitWidth: 232
    implicitHeight: implicitWidth
    radius: Theme.radius
    color: "#FFFFFF"
    border.width: 1
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: spoken

    onWordsChanged: canvas.requestPaint()

    Canvas {
        id: canvas
        anchors.fill: parent

        onPaint: {
            const context = getContext("2d")
            context.reset()
            const rows = NumbersModel.code(picture.words)
            const count = rows.length
            if (count === 0)
                return
            const side = Math.floor(Math.min(width, height) / (count + 2 * picture.quiet))
            const edge = Math.floor((Math.min(width, height) - side * count) / 2)
            context.fillStyle = "#000000"
            for (let row = 0; row < count; ++row) {
                for (let column = 0; column < count; ++column) {
                    if (rows[row][column] === "1")
                        context.fillRect(edge + column * side, edge + row * side, side, side)
                }
            }
        }
    }
}
