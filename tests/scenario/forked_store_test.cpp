#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// A store that comes back from a disk image (architecture decision 5): both go on, nothing is lost.
class ForkedStoreTest : public QObject {
  Q_OBJECT
 private slots:
  void aTwinGoesOnAsAReplicaOfItsOwn();
  void anImageFromTheMorningLosesNothing();

 private:
  static Trouble syncPastTheFork(FieldTablet& tablet);
};

// A fork may show only when the changes arrive: the exchange ends, and its retry begins anew.
Trouble ForkedStoreTest::syncPastTheFork(FieldTablet& tablet) {
  const Trouble first = tablet.sync().trouble;
  return first == Trouble::kServiceFault ? tablet.sync().trouble : first;
}

void ForkedStoreTest::aTwinGoesOnAsAReplicaOfItsOwn() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  std::set<std::string> made = {li.visit(elder, household)};
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const auto twin = field.twinOf("li");

  for (int i = 0; i < 3; ++i) {
    made.insert(li.visit(elder, household));
    made.insert(twin->visit(elder, household));
  }
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(syncPastTheFork(*twin), Trouble::kNone);
  QCOMPARE(twin->sync().waiting, 0U);
  QVERIFY(twin->wire().hellos.back().replica_id() != li.wire().hellos.back().replica_id());

  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(visitsOn(*twin), made);
  QCOMPARE(differencesBetween(li, *twin), 0U);
  QCOMPARE(field.quarantined(), 0U);
  QCOMPARE(field.differencesOfRecount(), 0U);
}

void ForkedStoreTest::anImageFromTheMorningLosesNothing() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  std::set<std::string> made = {li.visit(elder, household)};  // waits when the image is made
  const auto image = field.twinOf("li");
  made.insert(li.visit(elder, household));
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);

  made.insert(image->visit(elder, household));
  QCOMPARE(syncPastTheFork(*image), Trouble::kNone);
  QCOMPARE(image->sync().waiting, 0U);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(visitsOn(*image), made);
  QCOMPARE(field.quarantined(), 0U);
  QCOMPARE(field.differencesOfRecount(), 0U);
}

const Tells<ForkedStoreTest> kForkedStore("forked_store");

}  // namespace
}  // namespace doorstep::tests

#include "forked_store_test.moc"
