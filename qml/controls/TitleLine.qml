import QtQuick

// A name with a tag or a button at its right, or below it where the line is narrow. Placed by hand:
// the nested layouts of Qt 6.4 keep a stale height when a delegate gets its width late.
Item {
    id: line

    property alias text: title.text
    property bool narrow: false
    default property alias side: tag.data

    implicitHeight: narrow && tag.width > 0 ? title.height + Theme.space1 + tag.height : Math.max(title.height, tag.height)

    AppText {
        id: title
        width: Math.max(0, line.narrow || tag.width === 0 ? line.width : line.width - tag.width - Theme.space2)
        y: line.narrow || lineCount > 1 ? 0 : Math.max(0, Math.round((tag.height - height) / 2))
        strong: true
        Accessible.ignored: true
    }
    Row {
        id: tag
        x: line.narrow ? 0 : line.width - width
        y: line.narrow ? title.height + Theme.space1 : 0
    }
}
