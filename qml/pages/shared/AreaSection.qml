import QtQuick
import Doorstep.Controls

// The area over the elders who live there.
SectionHeader {
    required property string section

    x: ListView.view && ListView.view.width >= 600 ? Theme.space5 : Theme.space4
    width: ListView.view ? ListView.view.width - 2 * x : 0
    text: section
}
