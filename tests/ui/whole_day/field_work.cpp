#include "day.h"

#include <QTest>

namespace doorstep::tests {
namespace {

constexpr char kSaved[] = "The visit is saved on this device";

// Words on chips and rows have the elder's name; a door's row has both, so that nothing else is meant.
void openDoor(Person& who, const QString& door) {
  who.pressBeside("person of " + door, "building " + door);
  who.press("Start visit");
}

void saveVisit(Person& who, const QString& then_says) {
  who.press("Finish");
  who.press("Save");
  who.see(then_says);
  who.press("Back to the list");
}

void visit(Person& who, const QString& door, const QString& met) {
  openDoor(who, door);
  who.press("person of " + door + ": " + met);
  saveVisit(who, kSaved);
}

void findNobody(Person& who, const QString& door) {
  openDoor(who, door);
  who.press("person of " + door + ": Nobody answered");
  saveVisit(who, "Saved. The search goes on");
}

}  // namespace

void liVisitsACouple(Person& li) {
  openDoor(li, "couple");
  li.press("person of couple: Met in person");
  li.press("partner of couple: Something else …");
  li.pressBeside("Not seen, but surely safe", "stays on the list");
  li.press("is in hospital");
  li.press("Done");
  li.see("A supervisor confirms it.");
  saveVisit(li, kSaved);
}

void liReportsARiskAndPromises(Person& li) {
  openDoor(li, "shared");
  li.press("person of shared: Met in person");
  li.press("Report a risk");
  li.press("Fall");
  li.pressBeside("Orange", "");
  li.press("Put it on the visit");
  li.press("Promise something");
  li.press("Fetch medicine");
  li.press("Tomorrow");
  li.press("Put it on the visit");
  saveVisit(li, kSaved);
  li.see("Promised: Fetch medicine");
}

void liFindsNobody(Person& li) {
  findNobody(li, "south");
  li.see("Nobody answered: try the door again");
  li.see("The search ends only when we know where the elder is.");
}

void liTriesTheDoorAgain(Person& li) {
  visit(li, "south", "Met in person");
  li.see("I saw them myself");
  li.seeNoMore("Nobody answered: try the door again");
}

// The supervisor knows of a search as soon as there is a network, and of its end.
void theSupervisorSeesTheSearch(Day& day) {
  upload(day.li);
  upload(day.boss);
  day.boss.press("Open");
  day.boss.press("Searches 1");
  day.boss.see("person of south · nobody answered");
  liTriesTheDoorAgain(day.li);
  upload(day.li);
  upload(day.boss);
  day.boss.seeNoMore("person of south · nobody answered");
}

void wuVisitsAndDoesAnErrand(Person& tablet) {
  tablet.unlock("device of wu");
  visit(tablet, "north", "Met in person");
  tablet.press("A service without a visit");
  tablet.see("Done for person of north");
  tablet.press("Errand");
  tablet.press("Save");
}

void zhangRingsAndFindsNobody(Person& tablet) {
  tablet.unlock("zhang");
  QVERIFY(!tablet.sees("person of north"));
  visit(tablet, "east", "By phone");
  findNobody(tablet, "hill");
}

void theSupervisorEntersPaper(Day& day) {
  const auto enter = [&day](const char* elder, const char* outcome, const char* minutes) {
    day.boss.type("Number", QString::number(day.papers.numberOf(elder)));
    day.boss.type("Outcome", outcome);
    day.boss.type("Minutes", minutes);
    day.boss.press("Enter the visit");
    day.boss.offered(QString("Take back ") + elder);
  };
  day.boss.press("Caseload");
  day.boss.press("Visits on paper");
  day.boss.see("The hours go to who visited, not to who types.");
  enter("person of west", "1", "30");
  enter("person of mill", "3", "10");
}

}  // namespace doorstep::tests
