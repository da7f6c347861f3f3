import QtQuick

// A line between two parts of one sheet.
Rectangle {
    implicitHeight: 1
    color: Theme.line
}
