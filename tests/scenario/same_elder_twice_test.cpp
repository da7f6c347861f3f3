#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Two tablets make the same elder without a network: the service finds the pair, a supervisor makes one person of it
// without a network, and no visit is lost; taken apart again, everything is where it was.
class SameElderTwiceTest : public QObject {
  Q_OBJECT
 private slots:
  void theyAreFoundMergedAndTakenApart();

 private:
  static v1::Elder made(Field& field, FieldTablet& tablet, const std::string& file_number);
  static v1::LikelyDuplicate pairOn(FieldTablet& tablet);
};

v1::Elder SameElderTwiceTest::made(Field& field, FieldTablet& tablet, const std::string& file_number) {
  v1::Elder elder = field.elder("shared");
  elder.set_id(tablet.newId());
  elder.set_file_number(file_number);
  elder.set_name("somebody new");
  elder.set_birth_year(1941);
  v1::Record record;
  *record.mutable_elder() = elder;
  tablet.withStore([&](store::Store& store) { must(store.append(record).status(), "append"); });
  return elder;
}

v1::LikelyDuplicate SameElderTwiceTest::pairOn(FieldTablet& tablet) {
  const std::vector<HeldRecord> held = tablet.records(v1::RECORD_KIND_LIKELY_DUPLICATE);
  return held.empty() ? v1::LikelyDuplicate() : held.front().record.likely_duplicate();
}

void SameElderTwiceTest::theyAreFoundMergedAndTakenApart() {
  Field field;
  FieldTablet& boss = field.tablet("boss");
  FieldTablet& desk = field.tablet("desk");
  const v1::Elder one = made(field, boss, "new-1");
  const v1::Elder other = made(field, desk, "new-2");
  const std::string door = field.household("shared");
  const std::string visit = boss.visit(one, door);
  const std::string visit_of_other = desk.visit(other, door);
  for (FieldTablet* tablet : {&boss, &desk, &boss}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
  }
  const v1::LikelyDuplicate pair = pairOn(boss);
  QCOMPARE(pair.elder_id(), one.id());
  QCOMPARE(pair.other_elder_id(), other.id());

  v1::Elder merged = boss.elder("new-2");
  merged.set_merged_into(one.id());
  boss.editElder(boss.elder("new-2"), merged);
  for (FieldTablet* tablet : {&boss, &desk}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
    QCOMPARE(tablet->elder("new-2").merged_into(), one.id());
    QVERIFY(pairOn(*tablet).has_settled_at());
    QVERIFY(visitsOn(*tablet).contains(visit) && visitsOn(*tablet).contains(visit_of_other));
  }
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});

  v1::Elder apart = desk.elder("new-2");
  apart.clear_merged_into();
  desk.editElder(desk.elder("new-2"), apart);
  for (FieldTablet* tablet : {&desk, &boss}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
    QVERIFY(tablet->elder("new-2").merged_into().empty());
    QVERIFY(!pairOn(*tablet).has_settled_at());
  }
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});
  QCOMPARE(field.quarantined(), std::size_t{0});
}

const Tells<SameElderTwiceTest> kSameElderTwice("same_elder_twice");

}  // namespace
}  // namespace doorstep::tests

#include "same_elder_twice_test.moc"
