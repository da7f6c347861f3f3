pragma Singleton
import QtQuick

// Every size and colour of the app. Pages name a token, never a number of their own.
QtObject {
    id: theme

    // Set by the window from the person's settings.
    property real textScale: 1
    property bool dark: false
    property bool reducedMotion: false

    // One breakpoint: from here on list and detail stand side by side.
    readonly property int wideFrom: 900

    readonly property string family: "Noto Sans CJK SC"
    readonly property int small: Math.round(16 * textScale)
    readonly property int body: Math.round(18 * textScale)
    readonly property int title: Math.round(22 * textScale)
    readonly property int heading: Math.round(28 * textScale)
    readonly property int display: Math.round(40 * textScale)
    readonly property real lineHeight: 1.4

    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 24
    readonly property int space6: 32

    readonly property int radius: 12
    readonly property int target: 48
    readonly property int primaryTarget: 56
    readonly property int focusWidth: 3
    readonly property int listWidth: Math.round(360 * Math.min(1.3, 0.5 + textScale / 2))
    // What is read in lines, and what is read across.
    readonly property int readingWidth: Math.round(760 * Math.max(1, textScale * 0.9))
    readonly property int tableWidth: Math.round(1120 * Math.max(1, textScale * 0.8))
    readonly property int motion: reducedMotion ? 0 : 120

    readonly property color page: dark ? "#171512" : "#FAF7F2"
    readonly property color surface: dark ? "#211E1A" : "#FFFFFF"
    readonly property color sunken: dark ? "#2B2722" : "#F3EEE5"
    readonly property color pressed: dark ? "#353029" : "#EBE4D8"
    readonly property color line: dark ? "#3D3831" : "#E4DDD2"
    readonly property color edge: dark ? "#8C8376" : "#8A8072"
    readonly property color text: dark ? "#F1ECE4" : "#1F1B16"
    readonly property color quiet: dark ? "#BDB4A7" : "#5C554C"
    readonly property color primary: dark ? "#5FC7C0" : "#0B6E69"
    readonly property color primaryInk: dark ? "#07211F" : "#FFFFFF"
    readonly property color primaryPressed: dark ? "#7AD6D0" : "#095A56"
    readonly property color primarySoft: dark ? "#1D3634" : "#E2F0EE"
    readonly property color focus: dark ? "#5FC7C0" : "#0B6E69"

    readonly property color red: dark ? "#FFB4AB" : "#B3261E"
    readonly property color redSoft: dark ? "#46201C" : "#FBE9E7"
    readonly property color orange: dark ? "#FFB77C" : "#A65200"
    readonly property color orangeSoft: dark ? "#432A13" : "#FCEBDA"
    readonly property color yellow: dark ? "#F0D072" : "#7A5F00"
    readonly property color yellowSoft: dark ? "#3A3115" : "#FFF3C4"
    readonly property color green: dark ? "#8FD6A4" : "#1E6B3A"
    readonly property color greenSoft: dark ? "#1B3726" : "#E3F2E8"

    // A chart's figure and what surrounds it.
    readonly property color chart: primary
    readonly property color chartRest: dark ? "#3D3831" : "#E4DDD2"

    // Ink and wash of a tone, one upon the other.
    function ink(tone: int): color {
        switch (tone) {
        case Tone.Red: return red
        case Tone.Orange: return orange
        case Tone.Yellow: return yellow
        case Tone.Green: return green
        case Tone.Primary: return primary
        default: return quiet
        }
    }

    function wash(tone: int): color {
        switch (tone) {
        case Tone.Red: return redSoft
        case Tone.Orange: return orangeSoft
        case Tone.Yellow: return yellowSoft
        case Tone.Green: return greenSoft
        case Tone.Primary: return primarySoft
        default: return sunken
        }
    }
}
