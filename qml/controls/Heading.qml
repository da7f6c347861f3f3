import QtQuick

// What a page or a part of it is about.
AppText {
    font.pixelSize: Theme.title
    strong: true
    Accessible.role: Accessible.Heading
}
