#include <QTest>

#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

// Elsewhere a conflict that arose in the field can be settled by nobody, and the user gives up. Here a supervisor
// decides, without a network too, and everybody ends up with the same.
class ConflictUnresolvableTest : public QObject {
  Q_OBJECT
 private slots:
  void aDecisionMadeWithoutANetworkReachesEverybody_data();
  void aDecisionMadeWithoutANetworkReachesEverybody();
  void ofTwoWhoDecideTheFirstOneStands();

 private:
  static v1::Conflict dispute(Field& field);
  static v1::Conflict conflictOn(FieldTablet& tablet);
  static std::string approachIn(const std::string& value);
  static void decide(FieldTablet& tablet, const v1::Conflict& conflict, v1::Decision decision);
};

v1::Conflict ConflictUnresolvableTest::conflictOn(FieldTablet& tablet) {
  const std::vector<HeldRecord> held = tablet.records(v1::RECORD_KIND_CONFLICT);
  return held.empty() ? v1::Conflict() : held.front().record.conflict();
}

std::string ConflictUnresolvableTest::approachIn(const std::string& value) {
  v1::Record record;
  record.ParseFromString(value);
  return record.elder().how_to_approach();
}

v1::Conflict ConflictUnresolvableTest::dispute(Field& field) {
  FieldTablet& li = field.tablet("li");
  FieldTablet& wu = field.tablet("wu");
  li.setHowToApproach(li.elder("shared"), "ring twice");
  wu.setHowToApproach(wu.elder("shared"), "call from the yard");
  for (FieldTablet* tablet : {&li, &wu, &field.tablet("boss"), &field.tablet("desk")}) {
    must(tablet->syncThrough().trouble == Trouble::kNone ? absl::OkStatus() : absl::UnavailableError("line"), "sync");
  }
  return conflictOn(field.tablet("boss"));
}

void ConflictUnresolvableTest::decide(FieldTablet& tablet, const v1::Conflict& conflict, v1::Decision decision) {
  v1::Settlement settlement;
  settlement.set_subject_id(conflict.id());
  settlement.set_decision(decision);
  tablet.withStore([&](store::Store& store) { must(store.settle(settlement).status(), "settle"); });
}

void ConflictUnresolvableTest::aDecisionMadeWithoutANetworkReachesEverybody_data() {
  QTest::addColumn<bool>("take");
  QTest::newRow("what stands is kept") << false;
  QTest::newRow("the other one is taken") << true;
}

void ConflictUnresolvableTest::aDecisionMadeWithoutANetworkReachesEverybody() {
  QFETCH(bool, take);
  Field field;
  const v1::Conflict conflict = dispute(field);
  QVERIFY(!conflict.id().empty());
  FieldTablet& boss = field.tablet("boss");
  const std::string right = approachIn(take ? conflict.other_value() : conflict.chosen_value());
  decide(boss, conflict, take ? v1::DECISION_TAKE_OTHER : v1::DECISION_KEEP_CHOSEN);
  QCOMPARE(boss.elder("shared").how_to_approach(), right);  // shown at once
  QCOMPARE(boss.overview().conflicts, std::uint64_t{0});
  for (FieldTablet* tablet : {&boss, &field.tablet("li"), &field.tablet("wu"), &field.tablet("desk")}) {
    QCOMPARE(tablet->syncThrough().trouble, Trouble::kNone);
    QCOMPARE(tablet->elder("shared").how_to_approach(), right);
  }
  // Both values stay on record, with who decided.
  const v1::Conflict settled = conflictOn(field.tablet("desk"));
  QCOMPARE(settled.settled_by(), boss.workerId());
  QCOMPARE(settled.other_taken(), take);
  QCOMPARE(settled.chosen_value(), conflict.chosen_value());
  QCOMPARE(settled.other_value(), conflict.other_value());
  QCOMPARE(field.tablet("desk").overview().conflicts, std::uint64_t{0});
  QCOMPARE(differencesBetween(boss, field.tablet("desk")), std::size_t{0});
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void ConflictUnresolvableTest::ofTwoWhoDecideTheFirstOneStands() {
  Field field;
  const v1::Conflict conflict = dispute(field);
  FieldTablet& boss = field.tablet("boss");
  FieldTablet& desk = field.tablet("desk");
  decide(boss, conflict, v1::DECISION_TAKE_OTHER);
  decide(desk, conflict, v1::DECISION_KEEP_CHOSEN);
  QCOMPARE(boss.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  const v1::Receipt receipt = desk.wire().receipts.back();
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_ALREADY_SETTLED);
  QCOMPARE(desk.elder("shared").how_to_approach(), approachIn(conflict.other_value()));
  QVERIFY(conflictOn(desk).other_taken());
  QCOMPARE(conflictOn(desk).settled_by(), boss.workerId());
}

const Tells<ConflictUnresolvableTest> kConflictUnresolvable("conflict_unresolvable");

}  // namespace
}  // namespace doorstep::tests

#include "conflict_unresolvable_test.moc"
