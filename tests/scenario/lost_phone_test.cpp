#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/mishaps.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// cht-core#1347: deleting what is on a lost or shared phone. A device that is withdrawn gives up what it still
// holds, to a person and to nobody else, and can then be read by nobody (architecture decision 14). One that a
// restored service has never heard of gives up the same and keeps its keys (decision 7).
class LostPhoneTest : public QObject {
  Q_OBJECT
 private slots:
  void aRevokedTabletHandsInAndIsUnreadable();
  void aRestoreUndoesNoRevocation();
  void anUnknownTabletIsPutAsideAndKeepsItsKeys();
  void aRevokedTabletThatTheLedgerHasForgotten();
};

void LostPhoneTest::aRevokedTabletHandsInAndIsUnreadable() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("south");
  const std::string household = field.household("south");
  const std::string taken = li.visit(elder, household);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  for (int i = 0; i < 25; ++i) {
    li.visit(elder, household);
  }
  revokeAll(field, "li");

  QCOMPARE(li.syncThrough().trouble, Trouble::kRevoked);
  QCOMPARE(li.keysDestroyed(), 1);
  QCOMPARE(li.overview().waiting_changes, 0U);
  QCOMPARE(field.quarantined(), 25U);
  // Asked again, by whoever has the tablet now: nothing is taken twice, nothing is given out.
  QCOMPARE(li.syncThrough().trouble, Trouble::kRevoked);
  QCOMPARE(field.quarantined(), 25U);
  FieldTablet& desk = field.tablet("desk");
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(desk), std::set<std::string>{taken});
  QCOMPARE(field.differencesOfRecount(), 0U);
}

void LostPhoneTest::aRestoreUndoesNoRevocation() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::string visit = li.visit(field.elder("south"), field.household("south"));
  const std::string backup = field.folder("taken.backup");
  backUp(field, backup);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  revokeAll(field, "li");
  restore(field, backup);
  QCOMPARE(li.syncThrough().trouble, Trouble::kRevoked);
  QCOMPARE(li.keysDestroyed(), 1);
  // The restored service lacks the visit: it comes with what is handed in, acknowledged or not.
  QCOMPARE(field.quarantined(), 1U);
  QVERIFY(!visitsOn(field.tablet("desk")).contains(visit));
}

void LostPhoneTest::anUnknownTabletIsPutAsideAndKeepsItsKeys() {
  Field field;
  const std::string backup = field.folder("taken.backup");
  field.tablet("desk");
  backUp(field, backup);
  FieldTablet& li = field.tablet("li");  // enrolled after the backup
  for (int i = 0; i < 3; ++i) {
    li.visit(field.elder("south"), field.household("south"));
  }
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  li.visit(field.elder("south"), field.household("south"));

  field.letPass(absl::Hours(1));
  restore(field, backup);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNotKnown);
  QCOMPARE(li.keysDestroyed(), 0);
  QCOMPARE(field.quarantined(), 4U);
  QCOMPARE(li.syncThrough().trouble, Trouble::kNotKnown);
  QCOMPARE(field.quarantined(), 4U);
  QVERIFY(!li.elder("south").id().empty());
  QCOMPARE(field.differencesOfRecount(), 0U);
}

void LostPhoneTest::aRevokedTabletThatTheLedgerHasForgotten() {
  Field field;
  const std::string backup = field.folder("taken.backup");
  field.tablet("desk");
  backUp(field, backup);
  FieldTablet& li = field.tablet("li");
  li.visit(field.elder("south"), field.household("south"));
  revokeAll(field, "li");
  restore(field, backup);
  QCOMPARE(li.syncThrough().trouble, Trouble::kRevoked);
  QCOMPARE(li.keysDestroyed(), 1);
  QCOMPARE(field.quarantined(), 1U);
}

const Tells<LostPhoneTest> kLostPhone("lost_phone");

}  // namespace
}  // namespace doorstep::tests

#include "lost_phone_test.moc"
