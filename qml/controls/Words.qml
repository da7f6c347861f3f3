pragma Singleton
import QtQuick

// How parts of a line are put together.
QtObject {
    readonly property string dot: " · "

    // Those that say something, with dots between them.
    function line(parts: list<string>): string {
        return joined(parts, dot)
    }

    // With a capital letter first, where the script has them.
    function sentence(text: string): string {
        return text === "" ? "" : text.charAt(0).toUpperCase() + text.slice(1)
    }

    function joined(parts: list<string>, between: string): string {
        let text = ""
        for (let at = 0; at < parts.length; ++at) {
            if (parts[at] === "")
                continue
            text += (text === "" ? "" : between) + parts[at]
        }
        return text
    }
}
