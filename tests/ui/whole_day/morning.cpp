#include "day.h"

#include <QTest>

namespace doorstep::tests {

void upload(Person& who) {
  who.syncByHand();
  who.waitUntilUploaded();
}

void giveOutDoors(Field& field) {
  field.addVisitor("zhang");
  field.addVisitor("chen");
  field.addDoor("couple", "li");
  field.addPartner("couple");
  field.addDoor("east", "zhang");
  field.addDoor("hill", "zhang");
  field.addDoor("west", "chen");
  field.addDoor("mill", "chen");
}

void everybodyEnrols(Day& day) {
  day.li.enrol();
  day.shared_tablet.enrol();
  day.shared_tablet.see("person of north");
  day.shared_tablet.waitUntilUploaded();
  day.shared_tablet.lock();
  day.shared_tablet.enrolAnother("zhang", "zhang");
  day.shared_tablet.see("person of east");
  QVERIFY(!day.shared_tablet.sees("person of north"));
  day.shared_tablet.waitUntilUploaded();
  day.shared_tablet.lock();
  day.boss.enrol();
  day.desk.enrol();
  day.li.see("person of couple");
}

void theSupervisorPrintsAList(Day& day) {
  day.boss.press("Caseload");
  day.boss.press("Visits on paper");
  day.boss.press("worker chen");
  day.boss.seeNoMore("person of north");
  day.boss.see("person of west");
  day.boss.see("person of mill");
  day.boss.press("Save as PDF …");
  day.boss.see("Saved: ");
}

}  // namespace doorstep::tests
