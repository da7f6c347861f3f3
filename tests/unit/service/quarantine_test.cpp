#include <QtTest>
#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/exchange/hello_marks.h"
#include "sync/service/exchange/pull_stream.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// What was put aside: who waits for whom, corrections of corrections, what a person decides, and clocks that are wrong.
class QuarantineTest : public QObject {
  Q_OBJECT

 private slots:
  void childrenWaitAndComeInWithTheCorrection();
  void aCorrectionOfACorrectionIsTakenAndAllIsClosed();
  void anEditOfAPutAsideRecordWaits();
  void aStrangerCorrectsNothing();
  void aSupervisorAccepts_data();
  void aSupervisorAccepts();
  void whatIsLetGoIsNotTakenAndItsChildrenNeedAPerson();
  void acceptingAChildFirstTakesItInWithItsParent();
  void whatCannotBeReadCanBeLetGo();
  void settlingNeedsAReasonAndAnOpenQuestion();
  void aDecisionSentAgainAfterAForkIsThatDecision();
  void whatWasLetGoIsNotAskedAboutAgainAfterAFork();
  void whatWasLetGoIsNotTakenWhenItWouldPassNow();
  void theTabletHearsOfIt();
  void wrongClocks_data();
  void wrongClocks();
  void aDateThatAPersonConfirmedCounts();
  void aRiskIsNotKeptWaitingByAClock();
  void theEveningAddsUpAgain();

 private:
  struct Aside {
    DistrictBench::Device device;
    v1::Record visit;
    v1::Record entry;
    v1::Record event;
    std::vector<v1::Receipt> receipts;
    std::vector<std::string> encoded;
  };
  Aside visitWithChildrenAside(int day);
  v1::Receipt push(DistrictBench::Device& device, const std::string& encoded);
  v1::Receipt settle(DistrictBench::Device& device, const std::string& change_id, v1::Decision decision,
                     const std::string& reason);
  v1::Receipt handedIn(DistrictBench::Device& device, const v1::Record& record);
  void hello(const DistrictBench::Device& device, absl::Time at, std::int64_t monotonic_ms, const std::string& boot,
             std::uint64_t made);
  std::vector<v1::Receipt> pulled(const DistrictBench::Device& device, std::uint64_t after = 0);
  std::uint64_t waiting();
  bool stands(const v1::Record& record) { return bench_.record(replication::idOf(record)).ByteSizeLong() > 0; }

  DistrictBench bench_;
  std::string last_handed_in_;
};

namespace {

bool has(const v1::Receipt& receipt, v1::ProblemCode code) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(),
                     [code](const v1::Problem& problem) { return problem.code() == code; });
}

constexpr v1::ReceiptOutcome kApplied = v1::RECEIPT_OUTCOME_APPLIED;
constexpr v1::ReceiptOutcome kAside = v1::RECEIPT_OUTCOME_QUARANTINED;
constexpr v1::ReceiptOutcome kSuperseded = v1::RECEIPT_OUTCOME_SUPERSEDED;

}  // namespace

v1::Receipt QuarantineTest::push(DistrictBench::Device& device, const std::string& encoded) {
  return bench_.push(device, {encoded}).receipts.at(0);
}

v1::Receipt QuarantineTest::settle(DistrictBench::Device& device, const std::string& change_id, v1::Decision decision,
                                   const std::string& reason) {
  v1::Change change;
  change.mutable_settle()->set_subject_id(change_id);
  change.mutable_settle()->set_decision(decision);
  change.mutable_settle()->set_reason(reason);
  return push(device, bench_.encode(device, change));
}

v1::Receipt QuarantineTest::handedIn(DistrictBench::Device& device, const v1::Record& record) {
  const std::string encoded = last_handed_in_ = bench_.change(device, record);
  v1::Receipt receipt;
  const absl::Status done = bench_.writer().run([&](service::CommitWork& commit) -> absl::Status {
    v1::Problem revoked;
    revoked.set_code(v1::PROBLEM_CODE_DEVICE_REVOKED);
    service::Applier applier(commit.district(bench_.districtId()), device.caller, revoked);
    auto outcome = applier.applyBatch(std::span(&encoded, 1));
    if (!outcome.ok()) {
      return outcome.status();
    }
    receipt = outcome->receipts.at(0);
    return applier.finish();
  });
  return done.ok() ? receipt : v1::Receipt();
}

void QuarantineTest::hello(const DistrictBench::Device& device, absl::Time at, std::int64_t monotonic_ms,
                           const std::string& boot, std::uint64_t made) {
  v1::HelloRequest request;
  request.set_replica_id(device.replica_id);
  request.set_waiting(made);
  request.mutable_stamp()->set_monotonic_ms(monotonic_ms);
  request.mutable_stamp()->set_boot_id(boot);
  QVERIFY(bench_.writer()
              .run([&](service::CommitWork& commit) {
                return service::keepHelloMark(commit.district(bench_.districtId()).ledger, device.caller.fingerprint,
                                              request, at);
              })
              .ok());
}

std::vector<v1::Receipt> QuarantineTest::pulled(const DistrictBench::Device& device, std::uint64_t after) {
  v1::PullRequest request;
  request.set_replica_id(device.replica_id);
  request.mutable_cursor()->set_epoch(1);
  request.mutable_cursor()->set_sequence(after);
  service::PullStream stream(device.caller, request, absl::CivilDay(2026, 11, 20));
  const auto snapshot = bench_.ledger().read();
  std::vector<v1::Receipt> receipts;
  while (true) {
    const auto page = stream.next((*snapshot)->district(bench_.districtId()), bench_.writer().directory());
    if (!page.ok() || !page->has_value()) {
      return receipts;
    }
    receipts.insert(receipts.end(), (*page)->receipts().begin(), (*page)->receipts().end());
  }
}

std::uint64_t QuarantineTest::waiting() {
  const auto snapshot = bench_.ledger().read();
  return *(*snapshot)->district(bench_.districtId()).quarantinedCount();
}

// A visit that lasts too long, a service entry of it and that one's withdrawal: all in one batch.
QuarantineTest::Aside QuarantineTest::visitWithChildrenAside(int day) {
  Aside aside{bench_.device("V1"), bench_.visit("V1", "H1", "E1", bench_.at(day, 8), 30 * 60), {}, {}, {}, {}};
  aside.entry = bench_.serviceEntry(aside.visit.visit(), v1::SERVICE_KIND_ERRAND, 10);
  v1::ServiceEntryEvent& event = *aside.event.mutable_service_entry_event();
  event.set_id(bench_.newId());
  event.set_entry_id(aside.entry.service_entry().id());
  event.set_household_id(aside.entry.service_entry().household_id());
  event.set_to(v1::SERVICE_ENTRY_STATE_VOIDED);
  event.set_reason("误记");
  event.set_by(bench_.worker("V1"));
  *event.mutable_at() = care::toTimestamp(bench_.clock().now());
  for (const v1::Record& record : {aside.visit, aside.entry, aside.event}) {
    aside.encoded.push_back(bench_.change(aside.device, record));
  }
  aside.receipts = bench_.push(aside.device, aside.encoded).receipts;
  return aside;
}

void QuarantineTest::childrenWaitAndComeInWithTheCorrection() {
  const std::uint64_t before = waiting();
  Aside aside = visitWithChildrenAside(11);
  QVERIFY(has(aside.receipts.at(0), v1::PROBLEM_CODE_LASTS_TOO_LONG));
  for (const std::size_t child : {std::size_t{1}, std::size_t{2}}) {
    QCOMPARE(aside.receipts.at(child).outcome(), kAside);
    QCOMPARE(aside.receipts.at(child).problems(0).code(), v1::PROBLEM_CODE_WAITS_FOR_PARENT);
  }
  QCOMPARE(aside.receipts.at(1).problems(0).field(), std::string("visit_id"));
  QCOMPARE(aside.receipts.at(2).problems(0).field(), std::string("entry_id"));
  QCOMPARE(waiting(), before + 3);
  *aside.visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(11, 9));
  const v1::Receipt corrected =
      push(aside.device, bench_.change(aside.device, aside.visit, aside.receipts.at(0).change_id()));
  QCOMPARE(corrected.outcome(), kApplied);
  QVERIFY(stands(aside.visit) && stands(aside.entry) && stands(aside.event));
  QCOMPARE(waiting(), before);
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void QuarantineTest::aCorrectionOfACorrectionIsTakenAndAllIsClosed() {
  const std::uint64_t before = waiting();
  Aside aside = visitWithChildrenAside(12);
  const std::string first = aside.receipts.at(0).change_id();
  *aside.visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(12, 7));  // before it began
  const v1::Receipt second = push(aside.device, bench_.change(aside.device, aside.visit, first));
  QVERIFY(has(second, v1::PROBLEM_CODE_ENDS_BEFORE_START));
  QCOMPARE(waiting(), before + 3);  // the first is closed, the second took its place; the children still wait
  QVERIFY(!stands(aside.entry));
  *aside.visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(12, 9));
  const v1::Receipt third = push(aside.device, bench_.change(aside.device, aside.visit, second.change_id()));
  QCOMPARE(third.outcome(), kApplied);
  QVERIFY(stands(aside.entry) && stands(aside.event));
  QCOMPARE(waiting(), before);
  // Sent again it says what became of it.
  const auto outcomes = pulled(aside.device);
  const auto closed = std::count_if(outcomes.begin(), outcomes.end(), [](const v1::Receipt& receipt) {
    return has(receipt, v1::PROBLEM_CODE_ALREADY_SETTLED);
  });
  QCOMPARE(closed, 2);
}

void QuarantineTest::anEditOfAPutAsideRecordWaits() {
  auto device = bench_.device("V1");
  v1::Record contact;
  contact.mutable_contact()->set_id(bench_.newId());
  contact.mutable_contact()->set_household_id(bench_.household("H1"));
  contact.mutable_contact()->set_elder_id(bench_.elder("E1"));
  contact.mutable_contact()->set_name(std::string(200, 'n'));
  contact.mutable_contact()->set_relation(v1::CONTACT_RELATION_CHILD);
  v1::Record edited = contact;
  edited.mutable_contact()->set_phone("1");
  const auto outcome = bench_.push(device, {bench_.change(device, contact), bench_.edit(device, contact, edited)});
  QVERIFY(has(outcome.receipts.at(0), v1::PROBLEM_CODE_TOO_LONG));
  QVERIFY(has(outcome.receipts.at(1), v1::PROBLEM_CODE_WAITS_FOR_PARENT));
  contact.mutable_contact()->set_name("李女");
  QCOMPARE(push(device, bench_.change(device, contact, outcome.receipts.at(0).change_id())).outcome(), kApplied);
  QCOMPARE(bench_.record(contact.contact().id()).contact().phone(), std::string("1"));
}

void QuarantineTest::aStrangerCorrectsNothing() {
  Aside aside = visitWithChildrenAside(13);
  const std::uint64_t before = waiting();
  auto other = bench_.device("V2");
  v1::Record visit = bench_.visit("V2", "H3", "E4", bench_.at(13, 9));
  QCOMPARE(push(other, bench_.change(other, visit, aside.receipts.at(0).change_id())).outcome(), kApplied);
  QCOMPARE(waiting(), before);  // the other's stays aside
}

void QuarantineTest::aSupervisorAccepts_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<bool>("may");
  QTest::newRow("the supervisor of its area") << QByteArray("S1") << true;
  QTest::newRow("the district") << QByteArray("D1") << true;
  QTest::newRow("another area's supervisor") << QByteArray("S2") << false;
  QTest::newRow("a visitor") << QByteArray("V1") << false;
}

void QuarantineTest::aSupervisorAccepts() {
  QFETCH(QByteArray, who);
  QFETCH(bool, may);
  auto lost = bench_.device("V1");
  const v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(14, 9));
  const v1::Receipt aside = handedIn(lost, visit);
  QVERIFY(has(aside, v1::PROBLEM_CODE_DEVICE_REVOKED));
  QVERIFY(!stands(visit));
  auto settler = bench_.device(who.toStdString());
  const v1::Receipt settled = settle(settler, aside.change_id(), v1::DECISION_ACCEPT, "");
  QCOMPARE(settled.outcome(), may ? kApplied : kAside);
  QCOMPARE(stands(visit), may);
  QCOMPARE(has(settled, v1::PROBLEM_CODE_NOT_PERMITTED), !may);
}

void QuarantineTest::whatIsLetGoIsNotTakenAndItsChildrenNeedAPerson() {
  Aside aside = visitWithChildrenAside(15);
  const std::uint64_t before = waiting();
  auto supervisor = bench_.device("S1");
  QCOMPARE(settle(supervisor, aside.receipts.at(0).change_id(), v1::DECISION_LET_GO, "记错了人").outcome(), kApplied);
  QVERIFY(!stands(aside.visit) && !stands(aside.entry));
  QCOMPARE(waiting(), before - 1);
  const auto outcomes = pulled(aside.device);
  const auto of = [&](std::size_t which) {
    return std::find_if(outcomes.rbegin(), outcomes.rend(), [&](const v1::Receipt& receipt) {
      return receipt.change_id() == aside.receipts.at(which).change_id();
    });
  };
  QVERIFY(has(*of(0), v1::PROBLEM_CODE_ALREADY_SETTLED));
  QCOMPARE(of(0)->problems().rbegin()->details(0), std::string("DECISION_LET_GO"));
  QVERIFY(has(*of(1), v1::PROBLEM_CODE_UNKNOWN_REFERENCE));
}

void QuarantineTest::acceptingAChildFirstTakesItInWithItsParent() {
  auto lost = bench_.device("V1");
  const v1::Record visit = bench_.visit("V1", "H2", "E3", bench_.at(14, 11));
  const v1::Record entry = bench_.serviceEntry(visit.visit(), v1::SERVICE_KIND_ERRAND, 10);
  const v1::Receipt visit_aside = handedIn(lost, visit);
  const v1::Receipt entry_aside = handedIn(lost, entry);
  auto supervisor = bench_.device("S1");
  QCOMPARE(settle(supervisor, entry_aside.change_id(), v1::DECISION_ACCEPT, "").outcome(), kApplied);
  QVERIFY(!stands(entry));
  QCOMPARE(settle(supervisor, visit_aside.change_id(), v1::DECISION_ACCEPT, "").outcome(), kApplied);
  QVERIFY(stands(visit) && stands(entry));
}

void QuarantineTest::whatCannotBeReadCanBeLetGo() {
  auto device = bench_.device("V1");
  const std::string first = bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(16, 8)));
  const std::string broken = "\xff\xff\xff broken";
  ++device.sequence;
  device.head = replication::sha256(broken);
  bench_.push(device, {first, broken});
  const std::string id = replication::sha256(broken).substr(0, 16);
  const std::uint64_t before = waiting();
  auto supervisor = bench_.device("S1");
  QVERIFY(has(settle(supervisor, id, v1::DECISION_LET_GO, "?"), v1::PROBLEM_CODE_NOT_PERMITTED));
  auto staff = bench_.device("D1");
  const v1::Receipt accepted = settle(staff, id, v1::DECISION_ACCEPT, "");
  QCOMPARE(accepted.outcome(), kSuperseded);
  QVERIFY(has(accepted, v1::PROBLEM_CODE_MALFORMED));
  QCOMPARE(settle(staff, id, v1::DECISION_LET_GO, "损坏").outcome(), kApplied);
  QCOMPARE(waiting(), before);  // the supervisor's own settlement, refused, took its place on the list
}

void QuarantineTest::settlingNeedsAReasonAndAnOpenQuestion() {
  Aside aside = visitWithChildrenAside(16);
  const std::string id = aside.receipts.at(0).change_id();
  auto supervisor = bench_.device("S1");
  QVERIFY(has(settle(supervisor, id, v1::DECISION_LET_GO, ""), v1::PROBLEM_CODE_MISSING));
  QVERIFY(has(settle(supervisor, id, v1::DECISION_LET_GO, std::string(201, 'x')), v1::PROBLEM_CODE_TOO_LONG));
  QVERIFY(has(settle(supervisor, id, v1::DECISION_KEEP_CHOSEN, "x"), v1::PROBLEM_CODE_OUT_OF_RANGE));
  // What is wrong with it beside the doubt stays wrong.
  const v1::Receipt still = settle(supervisor, id, v1::DECISION_ACCEPT, "");
  QCOMPARE(still.outcome(), kSuperseded);
  QVERIFY(has(still, v1::PROBLEM_CODE_LASTS_TOO_LONG));
  QCOMPARE(settle(supervisor, id, v1::DECISION_LET_GO, "x").outcome(), kApplied);
  const v1::Receipt again = settle(supervisor, id, v1::DECISION_ACCEPT, "");
  QCOMPARE(again.outcome(), kSuperseded);
  QVERIFY(has(again, v1::PROBLEM_CODE_ALREADY_SETTLED));
}

void QuarantineTest::whatWasLetGoIsNotAskedAboutAgainAfterAFork() {
  Aside aside = visitWithChildrenAside(16);
  auto supervisor = bench_.device("S1");
  const std::string id = aside.receipts.at(0).change_id();
  QCOMPARE(settle(supervisor, id, v1::DECISION_LET_GO, "x").outcome(), kApplied);
  const std::uint64_t before = waiting();
  DistrictBench::Device anew = aside.device;
  anew.replica_id = bench_.newId();
  anew.sequence = 0;
  anew.head = replication::chainStart();
  v1::Change change = *replication::decodeChange(aside.encoded.at(0));
  const v1::Receipt again = push(anew, bench_.encode(anew, change));
  QCOMPARE(again.outcome(), kAside);
  QCOMPARE(again.sequence(), std::uint64_t{1});
  QVERIFY(has(again, v1::PROBLEM_CODE_ALREADY_SETTLED));
  QCOMPARE(waiting(), before);
  // Another one that bears its name is not known.
  change.mutable_create()->mutable_visit()->set_note("x");
  QVERIFY(!has(push(anew, bench_.encode(anew, change)), v1::PROBLEM_CODE_ALREADY_SETTLED));
  QCOMPARE(waiting(), before + 1);
  // What still waits does so under both.
  change = *replication::decodeChange(aside.encoded.at(1));
  QVERIFY(!has(push(anew, bench_.encode(anew, change)), v1::PROBLEM_CODE_ALREADY_SETTLED));
  QVERIFY(waiting() >= before);
}

// A person has decided, whatever the rules would say now.
void QuarantineTest::whatWasLetGoIsNotTakenWhenItWouldPassNow() {
  auto lost = bench_.device("V1");
  const v1::Record visit = bench_.visit("V1", "H1", "E1", bench_.at(14, 9));
  const v1::Receipt aside = handedIn(lost, visit);
  auto supervisor = bench_.device("S1");
  QCOMPARE(settle(supervisor, aside.change_id(), v1::DECISION_LET_GO, "x").outcome(), kApplied);
  DistrictBench::Device anew = lost;
  anew.replica_id = bench_.newId();
  anew.sequence = 0;
  anew.head = replication::chainStart();
  v1::Change change = *replication::decodeChange(last_handed_in_);
  const v1::Receipt again = push(anew, bench_.encode(anew, change));
  QVERIFY(has(again, v1::PROBLEM_CODE_ALREADY_SETTLED));
  QVERIFY(!stands(visit));
}

void QuarantineTest::aDecisionSentAgainAfterAForkIsThatDecision() {
  Aside aside = visitWithChildrenAside(16);
  auto supervisor = bench_.device("S1");
  v1::Change decision;
  decision.set_id(bench_.newId());
  decision.mutable_settle()->set_subject_id(aside.receipts.at(0).change_id());
  decision.mutable_settle()->set_decision(v1::DECISION_LET_GO);
  decision.mutable_settle()->set_reason("x");
  QCOMPARE(push(supervisor, bench_.encode(supervisor, decision)).outcome(), kApplied);
  DistrictBench::Device anew = supervisor;
  anew.replica_id = bench_.newId();
  anew.sequence = 0;
  anew.head = replication::chainStart();
  QCOMPARE(push(anew, bench_.encode(anew, decision)).outcome(), kApplied);
  decision.set_id(bench_.newId());
  QCOMPARE(push(anew, bench_.encode(anew, decision)).outcome(), kSuperseded);
}

void QuarantineTest::theTabletHearsOfIt() {
  Aside aside = visitWithChildrenAside(17);
  QVERIFY(pulled(aside.device, bench_.head()).empty());
  const std::uint64_t cursor = bench_.head();
  *aside.visit.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(17, 9));
  const std::string correction = bench_.change(aside.device, aside.visit, aside.receipts.at(0).change_id());
  push(aside.device, correction);
  const auto outcomes = pulled(aside.device, cursor);
  QCOMPARE(outcomes.size(), std::size_t{3});
  QCOMPARE(outcomes.at(0).change_id(), aside.receipts.at(0).change_id());
  QCOMPARE(outcomes.at(1).change_id(), aside.receipts.at(1).change_id());
  QCOMPARE(outcomes.at(1).outcome(), kApplied);
  QCOMPARE(outcomes.at(1).sequence(), std::uint64_t{2});
  QVERIFY(outcomes.at(1).revision().sequence() > cursor);
  QVERIFY(pulled(aside.device, bench_.head()).empty());
  QVERIFY(pulled(bench_.device("V1"), cursor).empty());  // not another device's
}

void QuarantineTest::wrongClocks_data() {
  QTest::addColumn<int>("years");         // the clock is off by
  QTest::addColumn<bool>("offset");       // as measured at the last hello
  QTest::addColumn<bool>("rebooted");     // between the visit and the hello after it
  QTest::addColumn<int>("days_between");  // the hello before and the hello after
  QTest::addColumn<QByteArray>("ends");   // moved, day, aside or stands
  const auto row = [](const char* name, int years, bool offset, bool rebooted, int days, const char* ends) {
    QTest::newRow(name) << years << offset << rebooted << days << QByteArray(ends);
  };
  row("a right clock", 0, true, true, 5, "stands");
  row("ten years ahead, no restart", 10, false, false, 5, "moved");
  row("ten years behind, no restart", -10, false, false, 5, "moved");
  row("ten years ahead, restarted, offset known", 10, true, true, 5, "moved");
  row("ten years behind, restarted, offset known", -10, true, true, 5, "moved");
  row("ten years ahead, restarted, between two hellos of one day", 10, false, true, 0, "day");
  row("ten years ahead, restarted, days between the hellos", 10, false, true, 5, "aside");
  row("ten years behind, restarted, days between the hellos", -10, false, true, 5, "aside");
  row("a flat battery: 1970, no restart", -56, false, false, 5, "moved");
  row("a flat battery: 1970, restarted", -56, false, true, 5, "aside");
}

void QuarantineTest::wrongClocks() {
  QFETCH(int, years);
  QFETCH(bool, offset);
  QFETCH(bool, rebooted);
  QFETCH(int, days_between);
  QFETCH(QByteArray, ends);
  const absl::Duration off = absl::Hours(24 * 365 * years);
  const absl::Time truly = bench_.at(19, 10);  // ended then
  auto device = bench_.device("V1");
  const std::string boot(16, 'v');
  hello(device, days_between == 0 ? bench_.at(19, 8) : bench_.at(20 - days_between, 8), 1'000, std::string(16, 'u'), 0);
  v1::Change change;
  *change.mutable_create() = bench_.visit("V1", "H1", "E1", truly - absl::Minutes(30) + off);
  v1::Stamp& stamp = *change.mutable_stamp();
  *stamp.mutable_wall_at() = care::toTimestamp(truly + off);
  stamp.set_monotonic_ms(absl::ToInt64Milliseconds(absl::Hours(30)));
  stamp.set_boot_id(boot);
  stamp.set_offset_known(offset);
  stamp.set_service_offset_ms(absl::ToInt64Milliseconds(-off));
  const absl::Time after = days_between == 0 ? bench_.at(19, 14) : bench_.at(19, 18);
  hello(device, after, absl::ToInt64Milliseconds(absl::Hours(30) + (after - truly)),
        rebooted ? std::string(16, 'w') : boot, 1);
  const v1::Receipt receipt = push(device, bench_.encode(device, change));
  const v1::Record record = bench_.record(change.create().visit().id());
  if (ends == "aside") {
    QCOMPARE(receipt.outcome(), kAside);
    QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_TIME_UNCERTAIN);
    QCOMPARE(receipt.problems(0).details(2), std::string("2026-11-19"));
    QVERIFY(!stands(change.create()));
    return;
  }
  QCOMPARE(receipt.outcome(), kApplied);
  QCOMPARE(care::dayOf(record.visit().started_at(), bench_.zone()), absl::CivilDay(2026, 11, 19));
  QCOMPARE(receipt.problems_size(), ends == "stands" ? 0 : 1);
  QCOMPARE(record.visit().precision(), ends == "day" ? v1::PRECISION_DAY : v1::PRECISION_EXACT);
  if (ends != "day") {
    QVERIFY(absl::AbsDuration(care::toTime(record.visit().ended_at()) - truly) < absl::Minutes(1));
  }
}

void QuarantineTest::aDateThatAPersonConfirmedCounts() {
  auto device = bench_.device("V1");
  hello(device, bench_.at(14, 8), 1'000, std::string(16, 'u'), 0);
  v1::Change change;
  *change.mutable_create() = bench_.visit("V1", "H2", "E3", bench_.at(18, 9) - absl::Hours(24 * 300));
  *change.mutable_stamp()->mutable_wall_at() = change.create().visit().ended_at();
  const v1::Receipt aside = push(device, bench_.encode(device, change));
  QVERIFY(has(aside, v1::PROBLEM_CODE_TIME_UNCERTAIN));
  // The supervisor knows the day, and may write it in the visitor's name.
  auto supervisor = bench_.device("S1");
  v1::Record dated = change.create();
  *dated.mutable_visit()->mutable_started_at() = care::toTimestamp(bench_.at(18, 9));
  *dated.mutable_visit()->mutable_ended_at() = care::toTimestamp(bench_.at(18, 9, 30));
  QCOMPARE(push(supervisor, bench_.change(supervisor, dated, aside.change_id())).outcome(), kApplied);
  QCOMPARE(bench_.record(dated.visit().id()).visit().recorded_by(), bench_.worker("V1"));
  QCOMPARE(bench_.recount().differences_size(), 0);
  // The clock said what it said, and somebody confirms it.
  v1::Change other = change;
  other.set_id(bench_.newId());
  other.mutable_create()->mutable_visit()->set_id(bench_.newId());
  const v1::Receipt doubted = push(device, bench_.encode(device, other));
  QVERIFY(has(doubted, v1::PROBLEM_CODE_TIME_UNCERTAIN));
  settle(supervisor, doubted.change_id(), v1::DECISION_ACCEPT, "");
  QVERIFY(!has(pulled(device).back(), v1::PROBLEM_CODE_TIME_UNCERTAIN));
}

void QuarantineTest::aRiskIsNotKeptWaitingByAClock() {
  auto device = bench_.device("V1");
  hello(device, bench_.at(14, 8), 1'000, std::string(16, 'u'), 0);
  v1::Change change;
  *change.mutable_create() = bench_.risk("V1", "H1", "E1", v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE);
  *change.mutable_create()->mutable_risk_flag()->mutable_opened_at() =
      care::toTimestamp(absl::UnixEpoch() + absl::Hours(1));
  *change.mutable_stamp()->mutable_wall_at() = care::toTimestamp(absl::UnixEpoch() + absl::Hours(1));
  QCOMPARE(push(device, bench_.encode(device, change)).outcome(), kApplied);
  QVERIFY(care::toTime(bench_.record(change.create().risk_flag().id()).risk_flag().opened_at()) ==
          bench_.clock().now());
}

void QuarantineTest::theEveningAddsUpAgain() {
  const auto consumed = [this](v1::ReceiptOutcome outcome) {
    std::uint64_t count = 0;
    const auto snapshot = bench_.ledger().read();
    const absl::Status read =
        (*snapshot)
            ->district(bench_.districtId())
            .forEachConsumed(absl::InfinitePast(), absl::InfiniteFuture(), [&](const service::ConsumedLine& line) {
              count += line.outcome == outcome ? 1 : 0;
              return absl::OkStatus();
            });
    return read.ok() ? count : 0;
  };
  auto lost = bench_.device("V1");
  const v1::Receipt aside = handedIn(lost, bench_.visit("V1", "H1", "E1", bench_.at(18, 15)));
  const std::uint64_t quarantined = consumed(kAside);
  auto supervisor = bench_.device("S1");
  settle(supervisor, aside.change_id(), v1::DECISION_ACCEPT, "");
  QCOMPARE(consumed(kAside), quarantined - 1);
}

QTEST_GUILESS_MAIN(QuarantineTest)
#include "quarantine_test.moc"
