#include <QtTest>

#include "sync/care/calendar.h"
#include "sync/service/keys.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// Visits that are written down later than they happened: how far back, by whom, and whose hours they are.
class LateVisitTest : public QObject {
  Q_OBJECT

 private slots:
  void howFarBack_data();
  void howFarBack();
  void theDistrictsOwnLimitHolds();
  void hoursGoToWhoVisitedNotToWhoTyped();

 private:
  v1::Record visitOn(const std::string& staff_number, int day, const char* reason);
  v1::Receipt pushMadeAt(const std::string& staff_number, const v1::Record& visit, absl::Time made_at, bool known);
  std::size_t minutesOn(const std::string& staff_number, int day);

  DistrictBench bench_;
};

v1::Record LateVisitTest::visitOn(const std::string& staff_number, int day, const char* reason) {
  v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(day, 10));
  visit.mutable_visit()->set_recorded_by(bench_.worker(staff_number));
  visit.mutable_visit()->set_source(v1::VISIT_SOURCE_DESK);
  visit.mutable_visit()->set_late_reason(reason);
  return visit;
}

v1::Receipt LateVisitTest::pushMadeAt(const std::string& staff_number, const v1::Record& visit, absl::Time made_at,
                                      bool known) {
  auto device = bench_.device(staff_number);
  v1::Change change;
  *change.mutable_create() = visit;
  change.mutable_stamp()->set_offset_known(known);
  // The device's clock is an hour behind, and it knows.
  *change.mutable_stamp()->mutable_wall_at() = care::toTimestamp(made_at - absl::Hours(1));
  change.mutable_stamp()->set_service_offset_ms(absl::ToInt64Milliseconds(absl::Hours(1)));
  return bench_.push(device, {bench_.encode(device, change)}).receipts.front();
}

std::size_t LateVisitTest::minutesOn(const std::string& staff_number, int day) {
  const auto snapshot = bench_.ledger().read();
  const std::int64_t number = service::dayNumber(absl::CivilDay(2026, 11, day));
  return (*snapshot)
      ->district(bench_.districtId())
      .factsInGroup(service::FactKind::kMinutes, service::workerDayGroup(bench_.worker(staff_number), number))
      ->size();
}

void LateVisitTest::howFarBack_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<int>("day");   // of the visit; today is the 20th
  QTest::addColumn<int>("made");  // the day the device says it was written down; 0: it does not know
  QTest::addColumn<QByteArray>("reason");
  QTest::addColumn<bool>("taken");
  const auto row = [](const char* what, const char* who, int day, int made, const char* reason, bool taken) {
    QTest::newRow(what) << QByteArray(who) << day << made << QByteArray(reason) << taken;
  };
  row("seven days by the visitor", "V1", 13, 20, "", true);
  row("eight days by the visitor", "V1", 12, 20, "", false);
  row("eight days by the visitor, with a reason", "V1", 12, 20, "在外地", false);
  row("eight days, by a clock nobody knows", "V1", 12, 0, "", false);
  row("written down in time, sent later", "V1", 3, 5, "", true);
  row("written down too late, sent later", "V1", 3, 12, "", false);
  row("written down in the future: now counts", "V1", 12, 25, "", false);
  row("by a supervisor without a reason", "S1", 12, 20, "", false);
  row("by a supervisor with a reason", "S1", 2, 20, "纸质记录补录", true);
  row("by the district with a reason", "D1", 2, 20, "纸质记录补录", true);
}

void LateVisitTest::howFarBack() {
  QFETCH(QByteArray, who);
  QFETCH(int, day);
  QFETCH(int, made);
  QFETCH(QByteArray, reason);
  QFETCH(bool, taken);
  const std::string staff_number = who.toStdString();
  const v1::Receipt receipt = pushMadeAt(staff_number, visitOn(staff_number, day, reason.constData()),
                                         bench_.at(made == 0 ? 20 : made, 9), made != 0);
  QCOMPARE(receipt.outcome(), taken ? v1::RECEIPT_OUTCOME_APPLIED : v1::RECEIPT_OUTCOME_QUARANTINED);
  if (!taken) {
    QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_TOO_LATE);
    QCOMPARE(receipt.problems(0).field(), std::string("started_at"));
    QCOMPARE(receipt.problems(0).details(0), std::string("7"));
  }
}

void LateVisitTest::theDistrictsOwnLimitHolds() {
  auto staff = bench_.device("D1");
  v1::Record before;
  *before.mutable_district_rules() = *bench_.writer().directory().rules(bench_.districtId());
  v1::Record after = before;
  v1::RuleSet& set = *after.mutable_district_rules()->add_rule_sets();
  *set.mutable_from_on() = tests::date(2026, 11, 20);
  set.set_backdate_days(2);
  QCOMPARE(bench_.pushEdit(staff, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::Receipt late = pushMadeAt("V1", visitOn("V1", 17, ""), bench_.at(20, 9), true);
  QCOMPARE(late.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(late.problems(0).details(0), std::string("2"));
  // What was written down under the old rule keeps it.
  QCOMPARE(pushMadeAt("V1", visitOn("V1", 13, ""), bench_.at(19, 9), true).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench_.pushEdit(staff, after, before).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
}

void LateVisitTest::hoursGoToWhoVisitedNotToWhoTyped() {
  const std::size_t before = minutesOn("V1", 18);
  QCOMPARE(pushMadeAt("D1", visitOn("D1", 18, ""), bench_.at(20, 9), true).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(minutesOn("V1", 18), before + 1);
  QCOMPARE(minutesOn("D1", 18), std::size_t{0});
  QCOMPARE(bench_.recount().differences_size(), 0);
}

QTEST_GUILESS_MAIN(LateVisitTest)
#include "late_visit_test.moc"
