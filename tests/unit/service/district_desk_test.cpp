#include <QtTest>

#include "sync/care/calendar.h"
#include "sync/service/admin_desk.h"
#include "sync/service/audit.h"
#include "sync/service/enrolment/enrolment_desk.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// What a district does for itself: its switches, its people's codes, its devices, who visits whom.
class DistrictDeskTest : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void rulesAreTheDistrictsOwn_data();
  void rulesAreTheDistrictsOwn();
  void editsOfRules_data();
  void editsOfRules();
  void codesAreForTheOwnPeople_data();
  void codesAreForTheOwnPeople();
  void onlyTheOwnDevicesAreListed();
  void aSupervisorReassignsAHousehold();
  void aStatusIsConfirmedInTheOwnNameOnly_data();
  void aStatusIsConfirmedInTheOwnNameOnly();
  void ownHoursAreConfirmedBySomebodyElse();

 private:
  std::size_t audited(v1::AuditVerb verb);

  std::unique_ptr<DistrictBench> bench_;
};

void DistrictDeskTest::init() {
  bench_ = std::make_unique<DistrictBench>();
  v1::ImportRequest other;
  other.set_last(true);
  *other.add_rows() = tests::areaRow(2, "220204", "2202", "district", "船营区");
  bench_->import(other);
  v1::ImportRequest people;
  *people.add_rows() = tests::workerRow(2, "X1", v1::ROLE_VISITOR, {"220204"});
  *people.add_rows() = tests::workerRow(3, "OP", v1::ROLE_OPERATOR, {"220211"});
  bench_->import(people);
}

std::size_t DistrictDeskTest::audited(v1::AuditVerb verb) {
  const auto snapshot = bench_->ledger().read();
  std::size_t count = 0;
  const absl::Status read = (*snapshot)->registry().forEachAudit([&](const service::AuditRow& row) {
    v1::AuditEvent event;
    event.ParseFromString(row.encoded);
    count += event.verb() == verb ? 1 : 0;
    return absl::OkStatus();
  });
  return read.ok() && service::verifyAudit(**snapshot).ok() ? count : 0;
}

void DistrictDeskTest::rulesAreTheDistrictsOwn_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("district");
  QTest::addColumn<QByteArray>("zone");
  QTest::addColumn<int>("code");
  const auto row = [](const char* what, const char* who, const char* district, const char* zone,
                      absl::StatusCode code) {
    QTest::newRow(what) << QByteArray(who) << QByteArray(district) << QByteArray(zone) << static_cast<int>(code);
  };
  row("the operator, any district", "", "220204", "", absl::StatusCode::kOk);
  row("the operator, a zone", "", "220211", "Asia/Urumqi", absl::StatusCode::kOk);
  row("the operator, no district", "", "220299", "", absl::StatusCode::kNotFound);
  row("staff, the own district", "D1", "220211", "", absl::StatusCode::kOk);
  row("staff, without a code", "D1", "", "", absl::StatusCode::kOk);
  row("staff, another district", "D1", "220204", "", absl::StatusCode::kPermissionDenied);
  row("staff, another zone", "D1", "220211", "Asia/Urumqi", absl::StatusCode::kPermissionDenied);
  row("a supervisor", "S1", "220211", "", absl::StatusCode::kPermissionDenied);
}

void DistrictDeskTest::rulesAreTheDistrictsOwn() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, district);
  QFETCH(QByteArray, zone);
  QFETCH(int, code);
  const service::Caller caller =
      who.isEmpty() ? DistrictBench::operatorCaller() : bench_->device(who.toStdString()).caller;
  v1::SetRulesRequest request;
  request.set_district_code(district.toStdString());
  request.mutable_rules()->set_zone(zone.toStdString());
  *request.mutable_rules()->mutable_go_live_on() = tests::date(2026, 10, 1);
  v1::RuleSet& set = *request.mutable_rules()->add_rule_sets();
  *set.mutable_from_on() = tests::date(2026, 11, 1);
  set.set_backdate_days(3);
  const std::size_t set_before = audited(v1::AUDIT_VERB_SET_RULES);
  const std::size_t refused_before = audited(v1::AUDIT_VERB_REFUSED);
  absl::Status outcome;
  QVERIFY(bench_->writer()
              .run([&](service::CommitWork& commit) {
                const auto answer = service::setRules(commit, caller, request);
                outcome = answer.ok() ? answer->status() : answer.status();
                return answer.status();
              })
              .ok());
  QCOMPARE(static_cast<int>(outcome.code()), code);
  QCOMPARE(audited(v1::AUDIT_VERB_SET_RULES), set_before + (outcome.ok() ? 1 : 0));
  QCOMPARE(audited(v1::AUDIT_VERB_REFUSED), refused_before + (absl::IsPermissionDenied(outcome) ? 1 : 0));
  if (outcome.ok() && district != "220204") {
    const v1::DistrictRules* rules = bench_->writer().directory().rules(bench_->districtId());
    QCOMPARE(rules->rule_sets(0).backdate_days(), 3U);
    QCOMPARE(rules->zone(), zone.isEmpty() ? std::string("Asia/Shanghai") : zone.toStdString());
  }
  const auto shown = service::getRules(bench_->writer().directory(), caller, district.toStdString());
  QCOMPARE(shown.ok(), caller.administers(district == "220211" ? bench_->districtId() : std::string()) &&
                           district != "220299" && !district.isEmpty());
}

void DistrictDeskTest::editsOfRules_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<bool>("taken");
  QTest::newRow("a switch by staff") << QByteArray("D1") << QByteArray("switch") << true;
  QTest::newRow("a holiday by staff") << QByteArray("D1") << QByteArray("holiday") << true;
  QTest::newRow("the zone by staff") << QByteArray("D1") << QByteArray("zone") << false;
  QTest::newRow("a switch by a supervisor") << QByteArray("S1") << QByteArray("switch") << false;
  QTest::newRow("a switch by a visitor") << QByteArray("V1") << QByteArray("switch") << false;
}

void DistrictDeskTest::editsOfRules() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, what);
  QFETCH(bool, taken);
  v1::Record before;
  *before.mutable_district_rules() = *bench_->writer().directory().rules(bench_->districtId());
  v1::Record after = before;
  v1::DistrictRules& rules = *after.mutable_district_rules();
  if (what == "switch") {
    v1::RuleSet& set = *rules.add_rule_sets();
    *set.mutable_from_on() = tests::date(2026, 12, 1);
    set.set_freeze_day(8);
  } else if (what == "holiday") {
    *rules.add_extra_holidays() = tests::date(2026, 12, 25);
  } else {
    rules.set_zone("Asia/Urumqi");
  }
  auto device = bench_->device(who.toStdString());
  const v1::Receipt receipt = bench_->pushEdit(device, before, after);
  QCOMPARE(receipt.outcome(), taken ? v1::RECEIPT_OUTCOME_APPLIED : v1::RECEIPT_OUTCOME_QUARANTINED);
  if (!taken) {
    QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_NOT_PERMITTED);
  }
}

void DistrictDeskTest::codesAreForTheOwnPeople_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("for_whom");
  QTest::addColumn<int>("code");
  const auto row = [](const char* who, const char* for_whom, absl::StatusCode code) {
    QTest::addRow("%s for %s", who, for_whom) << QByteArray(who) << QByteArray(for_whom) << static_cast<int>(code);
  };
  row("", "V1", absl::StatusCode::kOk);
  row("", "X1", absl::StatusCode::kOk);
  row("", "V99", absl::StatusCode::kNotFound);
  row("D1", "V1", absl::StatusCode::kOk);
  row("D1", "X1", absl::StatusCode::kPermissionDenied);
  row("D1", "OP", absl::StatusCode::kPermissionDenied);
  row("S1", "V1", absl::StatusCode::kPermissionDenied);
}

void DistrictDeskTest::codesAreForTheOwnPeople() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, for_whom);
  QFETCH(int, code);
  const service::Caller caller =
      who.isEmpty() ? DistrictBench::operatorCaller() : bench_->device(who.toStdString()).caller;
  const service::NewCode wanted{"ABCDEFGHJKMNPQRS", std::string(32, 'k'), for_whom.toStdString(), absl::Hours(1)};
  const std::size_t issued_before = audited(v1::AUDIT_VERB_ISSUE_CODE);
  const std::size_t refused_before = audited(v1::AUDIT_VERB_REFUSED);
  absl::Status outcome;
  QVERIFY(bench_->writer()
              .run([&](service::CommitWork& commit) {
                const auto answer = service::issueCode(commit, caller, wanted);
                outcome = answer.ok() ? *answer : answer.status();
                return answer.status();
              })
              .ok());
  QCOMPARE(static_cast<int>(outcome.code()), code);
  QCOMPARE(audited(v1::AUDIT_VERB_ISSUE_CODE), issued_before + (outcome.ok() ? 1 : 0));
  QCOMPARE(audited(v1::AUDIT_VERB_REFUSED), refused_before + (absl::IsPermissionDenied(outcome) ? 1 : 0));
}

void DistrictDeskTest::onlyTheOwnDevicesAreListed() {
  QVERIFY(bench_->writer()
              .run([this](service::CommitWork& commit) -> absl::Status {
                for (const char* staff_number : {"V1", "X1"}) {
                  service::DeviceRow device;
                  device.fingerprint = std::string(31, 'f') + staff_number[0];
                  device.replica_id = bench_->newId();
                  const service::Directory::Person* person = commit.directory().personByStaffNumber(staff_number);
                  device.district_id = person->district_id;
                  device.worker_id = person->worker.id();
                  device.enrolled_at = commit.now();
                  if (absl::Status put = commit.registry().putDevice(device); !put.ok()) {
                    return put;
                  }
                }
                return absl::OkStatus();
              })
              .ok());
  const auto snapshot = bench_->ledger().read();
  const auto listed = [&](const service::Caller& caller) {
    return *service::listDevices((*snapshot)->registry(), bench_->writer().directory(), caller);
  };
  QCOMPARE(listed(DistrictBench::operatorCaller()).devices_size(), 2);
  const v1::ListDevicesReply own = listed(bench_->device("D1").caller);
  QCOMPARE(own.devices_size(), 1);
  QCOMPARE(own.devices(0).staff_number(), std::string("V1"));
  QCOMPARE(listed(bench_->device("S1").caller).devices_size(), 0);
}

void DistrictDeskTest::aSupervisorReassignsAHousehold() {
  auto supervisor = bench_->device("S1");
  auto visitor = bench_->device("V1");
  auto next = bench_->device("V2");
  const auto snapshot = bench_->ledger().read();
  const auto standing = (*snapshot)
                            ->district(bench_->districtId())
                            .findIds({service::Index::kAssignmentOfHousehold, bench_->household("H2")});
  const v1::Record before = bench_->record(standing->front());
  v1::Record ended = before;
  *ended.mutable_assignment()->mutable_until_on() = tests::date(2026, 11, 20);
  v1::Record begun;
  begun.mutable_assignment()->set_id(bench_->newId());
  begun.mutable_assignment()->set_worker_id(bench_->worker("V2"));
  begun.mutable_assignment()->set_household_id(bench_->household("H2"));
  *begun.mutable_assignment()->mutable_from_on() = tests::date(2026, 11, 20);
  QCOMPARE(bench_->pushEdit(visitor, before, ended).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(bench_->pushEdit(supervisor, before, ended).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench_->pushOne(supervisor, begun).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench_->pushOne(next, bench_->visit("V2", "H2", "E3", bench_->at(20, 8))).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  // What was done that morning is taken in the evening; from the next day on the door is the other's.
  bench_->goTo(bench_->at(20, 21));
  QCOMPARE(bench_->pushOne(visitor, bench_->visit("V1", "H2", "E3", bench_->at(20, 8))).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  bench_->goTo(bench_->at(21, 9));
  QCOMPARE(bench_->pushOne(visitor, bench_->visit("V1", "H2", "E3", bench_->at(21, 8))).outcome(),
           v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(bench_->pushOne(next, bench_->visit("V2", "H2", "E3", bench_->at(21, 8))).outcome(),
           v1::RECEIPT_OUTCOME_APPLIED);
  // Nobody hands a household of another supervisor over.
  v1::Record foreign = begun;
  foreign.mutable_assignment()->set_id(bench_->newId());
  foreign.mutable_assignment()->set_household_id(bench_->household("H3"));
  QCOMPARE(bench_->pushOne(supervisor, foreign).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
}

void DistrictDeskTest::aStatusIsConfirmedInTheOwnNameOnly_data() {
  QTest::addColumn<QByteArray>("confirmed_by");
  QTest::addColumn<bool>("taken");
  QTest::newRow("nobody yet") << QByteArray() << true;
  QTest::newRow("oneself") << QByteArray("S1") << true;
  QTest::newRow("another supervisor") << QByteArray("S2") << false;
  QTest::newRow("a visitor") << QByteArray("V1") << false;
}

void DistrictDeskTest::aStatusIsConfirmedInTheOwnNameOnly() {
  QFETCH(QByteArray, confirmed_by);
  QFETCH(bool, taken);
  auto supervisor = bench_->device("S1");
  const v1::Record before = bench_->record(bench_->elder("E3"));
  v1::Record after = before;
  v1::StatusSpan& span = *after.mutable_elder()->add_statuses();
  span.set_status(v1::CARE_STATUS_HOSPITALISED);
  *span.mutable_from_on() = tests::date(2026, 11, 18);
  span.set_confirmed_by(confirmed_by.isEmpty() ? std::string() : bench_->worker(confirmed_by.toStdString()));
  const v1::Receipt receipt = bench_->pushEdit(supervisor, before, after);
  QCOMPARE(receipt.outcome(), taken ? v1::RECEIPT_OUTCOME_APPLIED : v1::RECEIPT_OUTCOME_QUARANTINED);
  if (!taken) {
    QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_NOT_PERMITTED);
    return;
  }
  // What stands already is its confirmer's: somebody else may go on from it.
  auto staff = bench_->device("D1");
  const v1::Record stands = bench_->record(bench_->elder("E3"));
  v1::Record next = stands;
  v1::StatusSpan& home = *next.mutable_elder()->add_statuses();
  home.set_status(v1::CARE_STATUS_AT_HOME);
  *home.mutable_from_on() = tests::date(2026, 11, 20);
  home.set_confirmed_by(bench_->worker("D1"));
  QCOMPARE(bench_->pushEdit(staff, stands, next).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
}

void DistrictDeskTest::ownHoursAreConfirmedBySomebodyElse() {
  auto supervisor = bench_->device("S1");
  auto staff = bench_->device("D1");
  const v1::Record visit = bench_->visit("S1", "H2", "E3", bench_->at(19, 8));
  const v1::Record entry = bench_->serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 20);
  QCOMPARE(bench_->pushOne(supervisor, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(bench_->pushOne(supervisor, entry).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const auto confirmedBy = [&](const char* staff_number) {
    v1::Record record;
    v1::ServiceEntryEvent& event = *record.mutable_service_entry_event();
    event.set_id(bench_->newId());
    event.set_entry_id(entry.service_entry().id());
    event.set_household_id(entry.service_entry().household_id());
    event.set_to(v1::SERVICE_ENTRY_STATE_CONFIRMED);
    event.set_by(bench_->worker(staff_number));
    *event.mutable_at() = care::toTimestamp(bench_->clock().now());
    return record;
  };
  const v1::Receipt own = bench_->pushOne(supervisor, confirmedBy("S1"));
  QCOMPARE(own.outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(own.problems(0).code(), v1::PROBLEM_CODE_NOT_PERMITTED);
  QCOMPARE(bench_->pushOne(staff, confirmedBy("D1")).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
}

QTEST_GUILESS_MAIN(DistrictDeskTest)
#include "district_desk_test.moc"
