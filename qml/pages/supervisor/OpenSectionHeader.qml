import QtQuick
import Doorstep.Models
import Doorstep.Controls

// The heading over one kind of open things. Made by a list view, so it reaches outside only through singletons.
SectionHeader {
    required property string section

    x: Theme.space4
    width: ListView.view ? ListView.view.width - 2 * Theme.space4 : 0
    text: OfficeWords.section(Number(section))
    detail: OpenWorkModel.counts[Number(section)]
    sign: OfficeWords.sectionSign(Number(section))
    ink: Number(section) === App.OpenSection.Ladders ? Theme.red : Theme.text
    gap: Theme.space3
}
