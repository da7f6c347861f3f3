import QtQuick

// Chips side by side, wrapping onto further lines.
Flow {
    spacing: Theme.space2
}
