#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Elsewhere what is created and then updated without a network loses the update. Here changes of one record keep
// their order, and nobody is in conflict with themselves.
class CreateThenUpdateTest : public QObject {
  Q_OBJECT
 private slots:
  void bothArriveInOrder();
  void anotherTabletEditsInBetween();

 private:
  static v1::Elder made(Field& field, FieldTablet& tablet);
};

v1::Elder CreateThenUpdateTest::made(Field& field, FieldTablet& tablet) {
  v1::Elder elder = field.elder("shared");
  elder.set_id(tablet.newId());
  elder.set_file_number("new");
  elder.set_name("somebody new");
  elder.set_phone("1");
  v1::Record record;
  *record.mutable_elder() = elder;
  tablet.withStore([&](store::Store& store) {
    const auto saved = store.append(record);
    must(saved.status(), "append");
    must(saved->problems.empty() ? absl::OkStatus() : absl::InternalError("refused"), "append");
  });
  return elder;
}

void CreateThenUpdateTest::bothArriveInOrder() {
  Field field;
  FieldTablet& boss = field.tablet("boss");
  v1::Elder elder = made(field, boss);
  for (const char* phone : {"2", "3"}) {
    v1::Elder after = elder;
    after.set_phone(phone);
    boss.editElder(elder, after);
    elder = after;
  }
  for (FieldTablet* tablet : {&boss, &field.tablet("desk")}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
  }
  QCOMPARE(field.tablet("desk").elder("new").phone(), std::string("3"));
  QVERIFY(field.tablet("desk").records(v1::RECORD_KIND_CONFLICT).empty());
  QCOMPARE(boss.elder("new").phone(), std::string("3"));
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void CreateThenUpdateTest::anotherTabletEditsInBetween() {
  Field field;
  FieldTablet& boss = field.tablet("boss");
  FieldTablet& desk = field.tablet("desk");
  v1::Elder elder = made(field, boss);
  QCOMPARE(boss.syncThrough().trouble, Trouble::kNone);
  v1::Elder here = elder;
  here.set_phone("from the supervisor");
  boss.editElder(elder, here);
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  v1::Elder there = desk.elder("new");
  there.set_phone("from the desk");
  desk.editElder(desk.elder("new"), there);
  for (FieldTablet* tablet : {&desk, &boss, &desk}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
  }
  QCOMPARE(boss.elder("new").phone(), std::string("from the desk"));  // the higher role's
  QCOMPARE(desk.elder("new").phone(), std::string("from the desk"));
  QCOMPARE(desk.records(v1::RECORD_KIND_CONFLICT).size(), std::size_t{1});
}

const Tells<CreateThenUpdateTest> kCreateThenUpdate("create_then_update");

}  // namespace
}  // namespace doorstep::tests

#include "create_then_update_test.moc"
