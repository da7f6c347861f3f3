pragma ComponentBehavior: Bound
import QtQuick
import Doorstep.Models
import Doorstep.Controls

// Rows that were not taken: line, column, reason.
Column {
    id: column

    SectionHeader {
        width: parent.width
        text: qsTr("Rows that were not taken")
        detail: SetUpModel.refused
        sign: Icons.triangle
        ink: Theme.orange
        gap: 0
    }
    Repeater {
        id: rows
        model: SetUpModel.refusedRows

        ListRow {
            id: row
            required property int line
            required property string field
            required property int problem
            required property string detail
            required property int index

            width: column.width
            first: index === 0
            last: index === rows.count - 1
            focusPolicy: Qt.NoFocus
            hoverEnabled: false
            spokenRole: Accessible.ListItem
            spoken: words

            readonly property string words: qsTr("Line %1: %2 %3", "line, column, what is wrong").arg(line).arg(OfficeWords.column(field)).arg(OfficeWords.rowProblem(problem, detail))

            AppText {
                width: parent.width
                text: row.words
                Accessible.ignored: true
            }
        }
    }
    AppText {
        width: parent.width
        topPadding: Theme.space2
        text: qsTr("The others are in. Put these right in the file and send it again.")
        quiet: true
        font.pixelSize: Theme.small
    }
}
