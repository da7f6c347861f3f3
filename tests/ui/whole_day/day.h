#pragma once

#include "folder_papers.h"
#include "tests/scenario/field.h"
#include "tests/ui/main_job/person.h"

namespace doorstep::tests {

// The people of one day at their devices.
struct Day {
  Day()
      : papers(field.folder("papers")),
        li(field, "li"),
        shared_tablet(field, "wu"),
        boss(field, "boss", &papers),
        desk(field, "desk", &papers) {}

  Field field;
  FolderPapers papers;
  Person li;
  Person shared_tablet;  // wu's and zhang's
  Person boss;
  Person desk;
};

// What they do, through the pages. Each ends in a failure of the test when a page does not say what it should.
void upload(Person& who);

void giveOutDoors(Field& field);
void everybodyEnrols(Day& day);
void theSupervisorPrintsAList(Day& day);

void liVisitsACouple(Person& li);
void liReportsARiskAndPromises(Person& li);
void liFindsNobody(Person& li);
void liTriesTheDoorAgain(Person& li);
void theSupervisorSeesTheSearch(Day& day);  // and how li ends it
void wuVisitsAndDoesAnErrand(Person& tablet);
void zhangRingsAndFindsNobody(Person& tablet);
void theSupervisorEntersPaper(Day& day);

void theSupervisorSettlesWhatIsOpen(Person& boss);
void theVolunteersSeeWhatBecameOfIt(Day& day);
void theDistrictEndsTheDay(Day& day);
void theProtocolReconciles(const v1::EndOfDay& protocol);
void paperLiesThere(const FolderPapers& papers);

}  // namespace doorstep::tests
