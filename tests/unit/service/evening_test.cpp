#include <QtTest>

#include "sync/care/calendar.h"
#include "sync/service/evening/end_of_day.h"
#include "sync/service/keys.h"
#include "sync/service/own_replica.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// The district's evening: nothing is said that the ledger does not hold.
class EveningTest : public QObject {
  Q_OBJECT

 private slots:
  void aDayOnWhichAllCameReconciles();
  void aDeviceThatStillHoldsSomethingKeepsTheDayOpen();
  void whatCameSinceTheHelloIsNotHeldAnyMore();
  void whatHasComeSinceItsHelloIsHeldNoMore();
  void aRevokedDeviceStillHoldsWhatItSaid();
  void aRevokedDeviceThatHadSentAllIsNoMatter();
  void aParkedChangeKeepsTheDayOpenUntilItIsCorrected();
  void bothValuesOfASupersededChangeAreKept();
  void aChangeBelongsToTheDayOnWhichItCame();
  void aDeviceThatBeganAnewIsOneDevice();
  void whatFilesBringInWaitsForNobody();
  void ladderAndRisksAreCounted();
  void mealPointsAgainstTheirTarget();
  void personTimesOfAProgrammeAgainstTheirTarget();
  void whoMayAskAndForWhichDay_data();
  void whoMayAskAndForWhichDay();
};

namespace {

// Its hello is of now.
bool enrol(DistrictBench& bench, const DistrictBench::Device& device, const std::string& staff_number,
           std::uint64_t waiting, bool revoked = false) {
  const absl::Status put = bench.writer().run([&](service::CommitWork& commit) {
    service::DeviceRow row;
    row.fingerprint = device.caller.fingerprint;
    row.replica_id = device.replica_id;
    row.district_id = bench.districtId();
    row.worker_id = device.caller.worker_id;
    row.device_name = "平板 " + staff_number;
    row.enrolled_at = bench.clock().now();
    row.last_hello_at = bench.clock().now();
    row.waiting = waiting;
    row.revoked = revoked;
    return commit.registry().putDevice(row);
  });
  return put.ok();
}

// A device that is enrolled, too.
DistrictBench::Device enrolled(DistrictBench& bench, const std::string& staff_number, std::uint64_t waiting = 0,
                               bool revoked = false) {
  DistrictBench::Device device = bench.device(staff_number);
  return enrol(bench, device, staff_number, waiting, revoked) ? device : DistrictBench::Device();
}

absl::StatusOr<v1::EndOfDay> ask(DistrictBench& bench, const service::Caller& caller,
                                 const v1::GetEndOfDayRequest& request = {}) {
  const auto snapshot = bench.ledger().read();
  return service::answerEndOfDay(**snapshot, bench.writer().directory(), caller, request, bench.clock().now());
}

v1::EndOfDay evening(DistrictBench& bench, const v1::GetEndOfDayRequest& request = {}) {
  const auto answered = ask(bench, DistrictBench::operatorCaller(), request);
  return answered.ok() ? *answered : v1::EndOfDay();
}

v1::Record outOfScope(DistrictBench& bench) {
  return bench.visit("V1", "H3", "E4", bench.at(19, 10));  // a household of V2's
}

v1::Receipt importOne(DistrictBench& bench, const v1::Record& record) {
  v1::Receipt receipt;
  const absl::Status done = bench.writer().run([&](service::CommitWork& commit) {
    service::DistrictWork& work = commit.district(bench.districtId());
    service::RecordWriter writer(work);
    const auto written = writer.create(record, {});
    if (written.ok()) {
      *receipt.mutable_revision() = *written;
    }
    return written.status();
  });
  return done.ok() ? receipt : v1::Receipt();
}

}  // namespace

void EveningTest::aDayOnWhichAllCameReconciles() {
  DistrictBench bench;
  auto first = enrolled(bench, "V1");
  auto second = enrolled(bench, "V2");
  bench.pushOne(first, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  const v1::Record visit = bench.visit("V1", "H2", "E3", bench.at(19, 11));
  bench.pushOne(first, visit);
  bench.pushOne(first, bench.serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 10));
  bench.pushOne(second, bench.visit("V2", "H3", "E4", bench.at(19, 12)));
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.district_code(), std::string("220211"));
  QCOMPARE(day.devices_size(), 2);
  QCOMPARE(day.devices(0).worker_name(), std::string("工作人员"));
  QCOMPARE(day.devices(0).staff_number(), std::string("V1"));
  QCOMPARE(day.devices(0).received(), std::uint64_t{3});
  QCOMPARE(day.devices(0).visits_received(), std::uint64_t{2});
  QCOMPARE(day.devices(0).last_sequence(), std::uint64_t{3});
  QCOMPARE(day.devices(1).received(), std::uint64_t{1});
  QCOMPARE(day.received(), std::uint64_t{4});
  QCOMPARE(day.applied(), std::uint64_t{4});
  QCOMPARE(day.quarantined(), std::uint64_t{0});
  QCOMPARE(day.visits_received(), std::uint64_t{3});
  QCOMPARE(day.visits_standing(), std::uint64_t{3});
  QCOMPARE(day.devices_silent(), std::uint64_t{0});
  QCOMPARE(day.at().sequence(), bench.head());
  QCOMPARE(day.coverage().figures().contacted(), std::int64_t{3});
  QVERIFY(day.reconciles());
}

void EveningTest::aDeviceThatStillHoldsSomethingKeepsTheDayOpen() {
  DistrictBench bench;
  enrolled(bench, "V1");
  enrolled(bench, "V2", 3);
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.devices_holding(), std::uint64_t{1});
  QCOMPARE(day.devices(0).staff_number(), std::string("V2"));  // first of all
  QCOMPARE(day.devices(0).waiting(), std::uint64_t{3});
  QVERIFY(!day.reconciles());
}

void EveningTest::whatCameSinceTheHelloIsNotHeldAnyMore() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1", 2);
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  QCOMPARE(evening(bench).devices(0).waiting(), std::uint64_t{1});
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.at(19, 11)));
  QCOMPARE(evening(bench).devices(0).waiting(), std::uint64_t{0});
  QVERIFY(evening(bench).reconciles());
}

void EveningTest::whatHasComeSinceItsHelloIsHeldNoMore() {
  DistrictBench bench;
  auto device = bench.device("V1");
  bench.pushOne(device, bench.visit("V1", "H1", "E2", bench.at(19, 9)));
  bench.goTo(bench.at(20, 10));
  enrol(bench, device, "V1", 2);  // said before it pushes
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  QCOMPARE(evening(bench).devices(0).waiting(), std::uint64_t{1});
  QVERIFY(!evening(bench).reconciles());
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.at(19, 11)));
  QCOMPARE(evening(bench).devices(0).waiting(), std::uint64_t{0});
  QVERIFY(evening(bench).reconciles());
}

void EveningTest::aRevokedDeviceStillHoldsWhatItSaid() {
  DistrictBench bench;
  enrolled(bench, "S1");
  enrolled(bench, "V1", 3, true);
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.devices_size(), 2);
  QVERIFY(day.devices(0).revoked());  // first of all
  QCOMPARE(day.devices(0).waiting(), std::uint64_t{3});
  QCOMPARE(day.devices_holding(), std::uint64_t{1});
  QCOMPARE(day.devices_silent(), std::uint64_t{0});
  QVERIFY(!day.reconciles());
}

void EveningTest::aRevokedDeviceThatHadSentAllIsNoMatter() {
  DistrictBench bench;
  enrolled(bench, "V1", 0, true);
  const v1::EndOfDay day = evening(bench);
  QVERIFY(day.devices(0).revoked());
  QCOMPARE(day.devices_holding(), std::uint64_t{0});
  QCOMPARE(day.devices_silent(), std::uint64_t{0});
  QVERIFY(day.reconciles());
}

void EveningTest::aParkedChangeKeepsTheDayOpenUntilItIsCorrected() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1");
  const v1::Receipt refused = bench.pushOne(device, outOfScope(bench));
  QCOMPARE(refused.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  v1::EndOfDay day = evening(bench);
  QCOMPARE(day.received(), std::uint64_t{1});
  QCOMPARE(day.quarantined(), std::uint64_t{1});
  QCOMPARE(day.visits_received(), std::uint64_t{1});
  QCOMPARE(day.visits_quarantined(), std::uint64_t{1});
  QCOMPARE(day.visits_standing(), std::uint64_t{0});
  QCOMPARE(day.parked_size(), 1);
  QCOMPARE(day.parked(0).kind(), v1::RECORD_KIND_VISIT);
  QCOMPARE(day.parked(0).device_name(), std::string("平板 V1"));
  QCOMPARE(day.parked(0).worker_name(), std::string("工作人员"));
  QCOMPARE(day.parked(0).problems_size(), refused.problems_size());
  QCOMPARE(day.parked(0).sequence(), std::uint64_t{1});
  QVERIFY(!day.reconciles());

  const std::string corrected =
      bench.change(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)), refused.change_id());
  QCOMPARE(bench.push(device, {corrected}).receipts.at(0).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  day = evening(bench);
  QCOMPARE(day.parked_size(), 0);
  QCOMPARE(day.received(), std::uint64_t{2});
  QCOMPARE(day.visits_received(), std::uint64_t{2});
  QCOMPARE(day.visits_standing(), std::uint64_t{1});
  QCOMPARE(day.visits_quarantined(), std::uint64_t{1});  // it came as it came
  QVERIFY(day.reconciles());
}

void EveningTest::bothValuesOfASupersededChangeAreKept() {
  DistrictBench bench;
  auto visitor = enrolled(bench, "V1");
  auto supervisor = enrolled(bench, "S1");
  const v1::Record before = bench.record(bench.elder("E1"));
  v1::Record first = before;
  first.mutable_elder()->set_hearing("左耳");
  v1::Record second = before;
  second.mutable_elder()->set_hearing("右耳");
  QCOMPARE(bench.pushEdit(supervisor, before, first).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.pushEdit(visitor, before, second).outcome(), v1::RECEIPT_OUTCOME_SUPERSEDED);
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.received(), std::uint64_t{2});
  QCOMPARE(day.applied(), std::uint64_t{2});
  QCOMPARE(day.conflicts_open(), std::uint64_t{1});
  QCOMPARE(day.devices(0).superseded() + day.devices(1).superseded(), std::uint64_t{1});
  QVERIFY(day.reconciles());
}

void EveningTest::aChangeBelongsToTheDayOnWhichItCame() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1");
  bench.goTo(bench.at(20, 23, 59));
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  bench.goTo(bench.at(21, 0, 1));
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.at(19, 11)));
  v1::GetEndOfDayRequest yesterday;
  *yesterday.mutable_on() = tests::date(2026, 11, 20);
  QCOMPARE(evening(bench, yesterday).received(), std::uint64_t{1});
  QCOMPARE(evening(bench, yesterday).devices_silent(), std::uint64_t{0});
  const v1::EndOfDay today = evening(bench);
  QCOMPARE(care::civilDay(today.on()), absl::CivilDay(2026, 11, 21));
  QCOMPARE(today.received(), std::uint64_t{1});
  QCOMPARE(today.devices_silent(), std::uint64_t{1});  // its hello was yesterday's
}

void EveningTest::aDeviceThatBeganAnewIsOneDevice() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1");
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  auto again = bench.device("V1");
  again.caller = device.caller;
  bench.pushOne(again, bench.visit("V1", "H2", "E3", bench.at(19, 11)));
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.devices_size(), 1);
  QCOMPARE(day.devices(0).received(), std::uint64_t{2});
  QVERIFY(day.reconciles());
}

void EveningTest::whatFilesBringInWaitsForNobody() {
  DistrictBench bench;
  v1::Record stray = bench.visit("V1", "H1", "E1", bench.at(19, 10));
  stray.mutable_visit()->set_household_id(std::string(16, 'x'));
  v1::Receipt receipt;
  QVERIFY(bench.writer()
              .run([&](service::CommitWork& commit) -> absl::Status {
                service::OwnReplica replica(commit.district(bench.districtId()));
                auto taken = replica.create(stray);
                if (taken.ok()) {
                  receipt = *std::move(taken);
                }
                return taken.ok() ? replica.finish() : taken.status();
              })
              .ok());
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);  // whoever brought it is told so
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.received(), std::uint64_t{0});
  QCOMPARE(day.parked_size(), 0);
  QVERIFY(day.reconciles());
  const auto snapshot = bench.ledger().read();
  QCOMPARE(*(*snapshot)->district(bench.districtId()).quarantinedCount(), std::uint64_t{0});
}

void EveningTest::ladderAndRisksAreCounted() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1");
  auto supervisor = enrolled(bench, "S1");
  QCOMPARE(bench.pushOne(device, bench.risk("V1", "H1", "E1", v1::RISK_KIND_FALL, v1::RISK_LEVEL_RED)).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(
      bench.pushOne(device, bench.risk("V1", "H1", "E2", v1::RISK_KIND_NUTRITION, v1::RISK_LEVEL_YELLOW)).outcome(),
      v1::RECEIPT_OUTCOME_APPLIED);
  const v1::Record dismissed = bench.risk("V1", "H2", "E3", v1::RISK_KIND_HOUSING, v1::RISK_LEVEL_ORANGE);
  bench.pushOne(device, dismissed);
  QCOMPARE(bench.pushOne(supervisor, bench.riskEvent("S1", dismissed.risk_flag(), v1::RISK_STATE_DISMISSED)).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  v1::Record unanswered = bench.visit("V1", "H2", "E3", bench.at(20, 8));
  unanswered.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
  bench.pushOne(device, unanswered);
  v1::Record ladder;
  ladder.mutable_ladder()->set_id(bench.newId());
  ladder.mutable_ladder()->set_household_id(bench.household("H2"));
  ladder.mutable_ladder()->set_elder_id(bench.elder("E3"));
  ladder.mutable_ladder()->set_visit_id(unanswered.visit().id());
  ladder.mutable_ladder()->set_started_by(bench.worker("V1"));
  *ladder.mutable_ladder()->mutable_started_at() = care::toTimestamp(bench.clock().now());
  ladder.mutable_ladder()->set_tier(v1::TIER_C);
  const v1::Receipt began = bench.pushOne(device, ladder);
  QVERIFY2(began.outcome() == v1::RECEIPT_OUTCOME_APPLIED, began.ShortDebugString().c_str());
  v1::EndOfDay day = evening(bench);
  QCOMPARE(day.risks_open_red(), std::uint64_t{1});
  QCOMPARE(day.risks_open_yellow(), std::uint64_t{1});
  QCOMPARE(day.risks_open_orange(), std::uint64_t{0});
  QCOMPARE(day.risks_overdue(), std::uint64_t{0});
  QCOMPARE(day.ladders_running(), std::uint64_t{1});
  // A red one is to be acknowledged within 15 minutes.
  bench.goTo(bench.clock().now() + absl::Minutes(16));
  v1::Record found;
  found.mutable_ladder_event()->set_id(bench.newId());
  found.mutable_ladder_event()->set_ladder_id(ladder.ladder().id());
  found.mutable_ladder_event()->set_household_id(bench.household("H2"));
  found.mutable_ladder_event()->set_step(v1::LADDER_STEP_SECOND_TRY);
  found.mutable_ladder_event()->set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
  found.mutable_ladder_event()->set_accounted_by(v1::ACCOUNTED_BY_SEEN);
  found.mutable_ladder_event()->set_by(bench.worker("V1"));
  *found.mutable_ladder_event()->mutable_at() = care::toTimestamp(bench.clock().now());
  QCOMPARE(bench.pushOne(device, found).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  day = evening(bench);
  QCOMPARE(day.risks_overdue(), std::uint64_t{1});
  QCOMPARE(day.ladders_running(), std::uint64_t{0});
}

void EveningTest::mealPointsAgainstTheirTarget() {
  DistrictBench bench;
  v1::ImportRequest request;
  for (std::uint32_t line = 2; line < 5; ++line) {
    v1::ImportRow& row = *request.add_rows();
    row.set_line(line);
    row.mutable_facility()->set_code("F" + std::to_string(line));
    row.mutable_facility()->set_kind(v1::FACILITY_KIND_MEAL_POINT);
    row.mutable_facility()->set_name("助餐点");
    row.mutable_facility()->set_area_code("220211001001");
    if (line != 4) {
      *row.mutable_facility()->mutable_verified_on() = tests::date(2026, 3, 1);
    }
  }
  v1::ImportRow& row = *request.add_rows();
  row.set_line(5);
  row.mutable_target()->set_indicator(v1::INDICATOR_MEAL_POINTS);
  row.mutable_target()->set_area_code("220211");
  *row.mutable_target()->mutable_from_on() = tests::date(2026, 1, 1);
  *row.mutable_target()->mutable_until_on() = tests::date(2026, 12, 31);
  row.mutable_target()->set_value(4);
  row.mutable_target()->set_document("民政局 2026-1");
  for (const v1::ImportRowResult& result : bench.import(request)) {
    QVERIFY2(result.outcome() == v1::IMPORT_OUTCOME_CREATED, result.ShortDebugString().c_str());
  }
  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.targets_size(), 1);
  QCOMPARE(day.targets(0).verified(), std::int64_t{2});
  QCOMPARE(day.targets(0).target().value(), std::int64_t{4});
  QCOMPARE(day.targets(0).area_name(), std::string("丰满区"));
  QVERIFY(day.targets(0).elapsed_per_mille() > 880 && day.targets(0).elapsed_per_mille() < 890);
}

void EveningTest::personTimesOfAProgrammeAgainstTheirTarget() {
  DistrictBench bench;
  auto device = enrolled(bench, "V1");
  v1::Record programme;
  programme.mutable_programme()->set_id(bench.newId());
  programme.mutable_programme()->set_code("P1");
  programme.mutable_programme()->set_name("高龄探访");
  QVERIFY(importOne(bench, programme).revision().sequence() > 0);
  const auto target = [&](v1::Indicator indicator, const std::string& programme_id, const v1::Date& from) {
    v1::Record record;
    record.mutable_target()->set_id(bench.newId());
    record.mutable_target()->set_indicator(indicator);
    record.mutable_target()->set_area_id(bench.districtId());
    *record.mutable_target()->mutable_from_on() = from;
    *record.mutable_target()->mutable_until_on() = tests::date(2026, 12, 31);
    record.mutable_target()->set_value(100);
    record.mutable_target()->set_programme_id(programme_id);
    return record;
  };
  const std::string& id = programme.programme().id();
  importOne(bench, target(v1::INDICATOR_PERSON_TIMES, "", tests::date(2026, 10, 1)));
  importOne(bench, target(v1::INDICATOR_PERSON_TIMES, id, tests::date(2026, 10, 2)));
  importOne(bench, target(v1::INDICATOR_SERVICE_MINUTES, id, tests::date(2026, 10, 3)));
  importOne(bench, target(v1::INDICATOR_PERSON_TIMES, "", tests::date(2026, 11, 19)));

  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(18, 10), 30));
  v1::Record under = bench.visit("V1", "H1", "E2", bench.at(19, 10), 40);
  under.mutable_visit()->set_programme_id(id);
  QCOMPARE(bench.pushOne(device, under).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench.pushOne(device, bench.serviceEntry(under.visit(), v1::SERVICE_KIND_ERRAND, 15)).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  // One that was under the programme by mistake.
  v1::Record wrong = bench.visit("V1", "H2", "E3", bench.at(19, 12), 20);
  wrong.mutable_visit()->set_programme_id(id);
  bench.pushOne(device, wrong);
  v1::Record corrected = wrong;
  corrected.mutable_visit()->set_id(bench.newId());
  corrected.mutable_visit()->clear_programme_id();
  corrected.mutable_visit()->set_corrects_id(wrong.visit().id());
  QCOMPARE(bench.pushOne(device, corrected).outcome(), v1::RECEIPT_OUTCOME_APPLIED);

  const v1::EndOfDay day = evening(bench);
  QCOMPARE(day.targets_size(), 4);
  QCOMPARE(day.targets(0).verified(), std::int64_t{3});   // all
  QCOMPARE(day.targets(1).verified(), std::int64_t{1});   // the programme's
  QCOMPARE(day.targets(2).verified(), std::int64_t{40});  // 25 visiting and 15 of the errand
  QCOMPARE(day.targets(3).verified(), std::int64_t{2});   // from a day within a month
  v1::GetEndOfDayRequest earlier;
  *earlier.mutable_on() = tests::date(2026, 11, 18);
  QCOMPARE(evening(bench, earlier).targets(0).verified(), std::int64_t{1});
}

void EveningTest::whoMayAskAndForWhichDay_data() {
  QTest::addColumn<QByteArray>("staff_number");
  QTest::addColumn<int>("day");
  QTest::addColumn<int>("code");
  QTest::newRow("operator") << QByteArray() << 20 << static_cast<int>(absl::StatusCode::kOk);
  QTest::newRow("district") << QByteArray("D1") << 20 << static_cast<int>(absl::StatusCode::kOk);
  QTest::newRow("a day long ago") << QByteArray("D1") << 1 << static_cast<int>(absl::StatusCode::kOk);
  QTest::newRow("tomorrow") << QByteArray("D1") << 21 << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("no day") << QByteArray("D1") << 31 << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("supervisor") << QByteArray("S1") << 20 << static_cast<int>(absl::StatusCode::kOk);
  QTest::newRow("visitor") << QByteArray("V1") << 20 << static_cast<int>(absl::StatusCode::kPermissionDenied);
}

void EveningTest::whoMayAskAndForWhichDay() {
  QFETCH(QByteArray, staff_number);
  QFETCH(int, day);
  QFETCH(int, code);
  DistrictBench bench;
  v1::GetEndOfDayRequest request;
  *request.mutable_on() = tests::date(2026, 11, 20);
  request.mutable_on()->set_day(day);
  const service::Caller caller =
      staff_number.isEmpty() ? DistrictBench::operatorCaller() : bench.device(staff_number.toStdString()).caller;
  QCOMPARE(static_cast<int>(ask(bench, caller, request).status().code()), code);
}

QTEST_GUILESS_MAIN(EveningTest)
#include "evening_test.moc"
