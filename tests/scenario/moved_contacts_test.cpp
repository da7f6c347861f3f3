#include <QTest>

#include "sync/care/calendar.h"
#include "sync/ctl/operator_commands.h"
#include "tests/scenario/count_of.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Somebody moves to a door that another worker visits: elsewhere they remain on the old phone, and what is edited
// there later never arrives.
class MovedContactsTest : public QObject {
  Q_OBJECT
 private slots:
  void whoMovedGoesFromTheOldTablet();
  void whatWasEditedBeforeIsTaken();
  void whatADeskLostComesBack();

 private:
  static void move(Field& field, const std::string& from, const std::string& to);
};

// The desk writes down the new residence.
void MovedContactsTest::move(Field& field, const std::string& from, const std::string& to) {
  FieldTablet& desk = field.tablet("desk");
  const v1::Elder before = field.elder(from);
  v1::Elder after = before;
  v1::ResidenceSpan& next = *after.add_residences();
  next.set_household_id(field.household(to));
  *next.mutable_from_on() = care::toDate(absl::CivilDay(2026, 11, 20));
  desk.editElder(before, after);
  must(desk.syncThrough().trouble == Trouble::kNone ? absl::OkStatus() : absl::UnavailableError("the desk"), "move");
}

void MovedContactsTest::whoMovedGoesFromTheOldTablet() {
  Field field;
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  const std::string moved = field.elder("south").id();
  move(field, "south", "north");
  QCOMPARE(li.compare().trouble, Trouble::kNone);
  QCOMPARE(wu.compare().trouble, Trouble::kNone);
  const auto holds = [&](FieldTablet& tablet) {
    const std::vector<HeldRecord> elders = tablet.records(v1::RECORD_KIND_ELDER);
    return std::any_of(elders.begin(), elders.end(), [&](const HeldRecord& held) { return held.id == moved; });
  };
  QVERIFY(!holds(li));
  QVERIFY(holds(wu));
  for (FieldTablet* tablet : {&li, &wu}) {
    QVERIFY(tablet->comparison().service_before.empty());
    QCOMPARE(countOf(tablet->comparison().held), countOf(tablet->comparison().service));
  }
}

void MovedContactsTest::whatWasEditedBeforeIsTaken() {
  Field field;
  FieldTablet& li = field.tablet("li");
  li.setHowToApproach(li.elder("south"), "knock twice");
  move(field, "south", "north");
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  const auto outcome = li.wire().receipts.back().outcome();
  QVERIFY(outcome == v1::RECEIPT_OUTCOME_APPLIED || outcome == v1::RECEIPT_OUTCOME_QUARANTINED);
  // Taken or put aside for a person: never gone without a word.
  if (outcome == v1::RECEIPT_OUTCOME_APPLIED) {
    QCOMPARE(field.tablet("wu").syncThrough().trouble, Trouble::kNone);
    QCOMPARE(field.tablet("wu").elder("south").how_to_approach(), std::string("knock twice"));
  } else {
    QCOMPARE(field.quarantined(), std::size_t{1});
  }
}

// A store that has lost a record (a fault of its disk or of ours) is not believed for ever.
void MovedContactsTest::whatADeskLostComesBack() {
  Field field;
  FieldTablet& boss = field.tablet("boss");
  boss.withTables([](sqlite::Database& database) {
    must(database.execute(
             "DELETE FROM record WHERE kind = 6 AND number = (SELECT min(number) FROM record WHERE kind = 6)"),
         "lose an elder");
    must(database.execute("UPDATE digest_cell SET count = count - 1, digest = zeroblob(32) WHERE kind = 6"),
         "and its sum");
  });
  QCOMPARE(boss.compare().trouble, Trouble::kNone);
  const client::Comparison comparison = boss.comparison();
  QCOMPARE(comparison.service_before.size(), std::size_t{1});
  QCOMPARE(comparison.service_before[0].kind(), v1::RECORD_KIND_ELDER);
  QCOMPARE(comparison.held_before[0].count() + 1, comparison.service_before[0].count());
  QCOMPARE(comparison.taken, std::uint64_t{1});
  QCOMPARE(boss.records(v1::RECORD_KIND_ELDER).size(), comparison.service_before[0].count());
}

const Tells<MovedContactsTest> kMovedContacts("moved_contacts");

}  // namespace
}  // namespace doorstep::tests

#include "moved_contacts_test.moc"
