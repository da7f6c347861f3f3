#include <QtTest>
#include <map>
#include <set>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/exchange/pull_stream.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// What a hello answers and what a pull brings.
class ExchangeTest : public QObject {
  Q_OBJECT

 private slots:
  void aVisitorReceivesTheOwnHouseholdsOnly();
  void whoMayReadWhat_data();
  void whoMayReadWhat();
  void theSoonestDueComesFirst();
  void anInterruptedFirstPullGoesOnWithWhatIsMissing();
  void aPullInterruptedBeforeTheCursorBeginsAgain();
  void laterPullsBringOnlyWhatIsNew();
  void aCursorOfAnotherEpochIsSentToSayHello();
  void aReassignedHouseholdGoes();
  void nothingIsSentForHouseholdsThatAreOnlyClaimed();
  void helloTellsWhoIsBehind_data();
  void helloTellsWhoIsBehind();
  void helloTellsThatTheScopeHasChanged();

 private:
  DistrictBench bench_;
};

namespace {

struct Pulled {
  std::map<v1::RecordKind, int> kinds;
  std::set<std::string> households;  // of entries, without the directory
  std::vector<std::string> complete;
  std::vector<std::string> removed;
  std::vector<v1::Revision> cursors;  // of each page
  std::vector<v1::PullReply> pages;
};

Pulled pull(DistrictBench& bench, const DistrictBench::Device& device, const v1::PullRequest& request,
            int pages = 1000) {
  service::PullStream stream(device.caller, request, care::dayOf(bench.clock().now(), bench.zone()));
  Pulled pulled;
  for (int page = 0; page < pages; ++page) {
    const auto snapshot = bench.ledger().read();
    const auto reply = stream.next((*snapshot)->district(bench.districtId()), bench.writer().directory());
    if (!reply.ok() || !reply->has_value()) {
      break;
    }
    for (const v1::FeedEntry& entry : (*reply)->entries()) {
      ++pulled.kinds[entry.kind()];
      if (entry.household_id() != replication::directoryHousehold()) {
        pulled.households.insert(entry.household_id());
      }
    }
    pulled.complete.insert(pulled.complete.end(), (*reply)->complete_household_ids().begin(),
                           (*reply)->complete_household_ids().end());
    pulled.removed.insert(pulled.removed.end(), (*reply)->removed_household_ids().begin(),
                          (*reply)->removed_household_ids().end());
    pulled.cursors.push_back((*reply)->cursor());
    pulled.pages.push_back(**reply);
  }
  return pulled;
}

void pushVisits(DistrictBench& bench, DistrictBench::Device& device, int count) {
  std::vector<std::string> changes;
  for (int at = 0; at < count; ++at) {
    changes.push_back(bench.change(device, bench.visit("V1", "H1", "E1", bench.at(3, 8, at % 60))));
  }
  const auto outcome = bench.push(device, changes);
  QVERIFY(outcome.stopped.ok());
}

v1::PullRequest first() {
  v1::PullRequest request;
  request.set_names_held(true);
  return request;
}

// A duty, a facility and a target of the district.
v1::ImportRequest directoryRows() {
  v1::ImportRequest request;
  v1::DutyRow& duty = *request.add_rows()->mutable_duty();
  duty.set_area_code("220211");
  duty.set_kind(v1::DUTY_KIND_SUPERVISOR);
  duty.set_name("值班督导");
  duty.set_phone("0432-1");
  v1::FacilityRow& facility = *request.add_rows()->mutable_facility();
  facility.set_code("M1");
  facility.set_kind(v1::FACILITY_KIND_MEAL_POINT);
  facility.set_name("助餐点");
  facility.set_area_code("220211001");
  v1::TargetRow& target = *request.add_rows()->mutable_target();
  target.set_indicator(v1::INDICATOR_MEAL_POINTS);
  target.set_area_code("220211");
  *target.mutable_from_on() = tests::date(2026, 1, 1);
  *target.mutable_until_on() = tests::date(2026, 12, 31);
  target.set_value(430);
  return request;
}

}  // namespace

void ExchangeTest::aVisitorReceivesTheOwnHouseholdsOnly() {
  const Pulled pulled = pull(bench_, bench_.device("V1"), first());
  const std::set<std::string> own = {bench_.household("H1"), bench_.household("H2")};
  QVERIFY(pulled.households == own);
  QCOMPARE(pulled.complete.size(), std::size_t{2});
  QCOMPARE(pulled.kinds.at(v1::RECORD_KIND_ELDER), 3);
  QCOMPARE(pulled.kinds.at(v1::RECORD_KIND_AREA), 5);  // the district's own, not the city's
  QVERIFY(pulled.kinds.at(v1::RECORD_KIND_WORKER) >= 5);
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_ELDER_IDENTITY), std::size_t{0});
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_COVERAGE_ROW), std::size_t{0});
  QCOMPARE(pulled.cursors.back().sequence(), bench_.head());
}

void ExchangeTest::whoMayReadWhat_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<int>("households");
  QTest::addColumn<bool>("identity");
  QTest::addColumn<bool>("restricted");
  QTest::addColumn<bool>("rows");
  QTest::addColumn<bool>("targets");
  QTest::newRow("visitor") << QByteArray("V1") << 2 << false << false << false << false;
  QTest::newRow("supervisor") << QByteArray("S1") << 2 << false << true << true << true;
  QTest::newRow("supervisor of B") << QByteArray("S2") << 2 << false << false << true << true;
  QTest::newRow("district") << QByteArray("D1") << 4 << true << true << true << true;
}

void ExchangeTest::whoMayReadWhat() {
  QFETCH(QByteArray, who);
  QFETCH(int, households);
  QFETCH(bool, identity);
  QFETCH(bool, restricted);
  QFETCH(bool, rows);
  QFETCH(bool, targets);
  auto visitor = bench_.device("V1");
  const v1::Receipt receipt =
      bench_.pushOne(visitor, bench_.risk("V1", "H1", "E1", v1::RISK_KIND_SUSPECTED_ABUSE, v1::RISK_LEVEL_ORANGE));
  QCOMPARE(receipt.outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  bench_.import(directoryRows());
  const Pulled pulled = pull(bench_, bench_.device(who.toStdString()), first());
  QCOMPARE(static_cast<int>(pulled.households.size()), households);
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_DUTY_ROSTER), std::size_t{1});  // whom to ring, on every tablet
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_FACILITY), std::size_t{1});
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_TARGET) > 0, targets);
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_ELDER_IDENTITY) > 0, identity);
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_RESTRICTED_RISK_FLAG) > 0, restricted);
  QCOMPARE(pulled.kinds.count(v1::RECORD_KIND_COVERAGE_ROW) > 0, rows);
  for (const v1::PullReply& page : pulled.pages) {
    for (const v1::FeedEntry& entry : page.entries()) {
      if (entry.kind() == v1::RECORD_KIND_COVERAGE_ROW && who == "S2") {
        QVERIFY(entry.record_id() != bench_.area("220211001001"));  // another's area
        QVERIFY(entry.record_id() != bench_.area("220211"));
      }
    }
  }
}

void ExchangeTest::theSoonestDueComesFirst() {
  auto device = bench_.device("V1");
  // Only E3 in H2 has been seen this month, and everybody's October was fulfilled.
  bench_.pushOne(device, bench_.visit("V1", "H2", "E3", bench_.at(19, 10)));
  const Pulled pulled = pull(bench_, bench_.device("V1"), first());
  QCOMPARE(pulled.complete.front(), bench_.household("H1"));
}

void ExchangeTest::anInterruptedFirstPullGoesOnWithWhatIsMissing() {
  auto staff = bench_.device("D1");
  auto visitor = bench_.device("V1");
  pushVisits(bench_, visitor, 450);  // more than two pages in H1
  const Pulled whole = pull(bench_, staff, first());
  QVERIFY(whole.pages.size() > 2);
  const Pulled begun = pull(bench_, staff, first(), static_cast<int>(whole.pages.size()) - 1);
  v1::PullRequest again;
  again.set_names_held(true);
  *again.mutable_cursor() = begun.cursors.back();
  QVERIFY(again.cursor().sequence() > 0);  // directory and figures had been completed
  for (const std::string& id : begun.complete) {
    again.add_held_household_ids(id);
  }
  const Pulled rest = pull(bench_, staff, again);
  QCOMPARE(begun.complete.size() + rest.complete.size(), std::size_t{4});
  QVERIFY(rest.removed.empty());
}

void ExchangeTest::aPullInterruptedBeforeTheCursorBeginsAgain() {
  auto visitor = bench_.device("V1");
  v1::PullRequest request;
  *request.mutable_cursor() = pull(bench_, visitor, first()).cursors.back();
  pushVisits(bench_, visitor, 450);
  const Pulled begun = pull(bench_, visitor, request, 1);
  QVERIFY(begun.pages.front().entries_size() < 450);
  QCOMPARE(begun.cursors.back().sequence(), request.cursor().sequence());
  const Pulled whole = pull(bench_, visitor, request);
  QVERIFY(whole.pages[1].entries_size() > whole.pages[0].entries_size());  // the first gets through a bad line
  QVERIFY(whole.kinds.at(v1::RECORD_KIND_VISIT) >= 450);
  QCOMPARE(whole.cursors.back().sequence(), bench_.head());
}

void ExchangeTest::laterPullsBringOnlyWhatIsNew() {
  auto visitor = bench_.device("V1");
  auto staff = bench_.device("D1");
  v1::PullRequest request;
  *request.mutable_cursor() = pull(bench_, visitor, first()).cursors.back();
  const v1::Record before = bench_.record(bench_.elder("E3"));
  v1::Record after = before;
  after.mutable_elder()->set_phone("0432-5");
  bench_.pushEdit(staff, before, after);
  const v1::Record other = bench_.record(bench_.elder("E4"));
  v1::Record outside = other;
  outside.mutable_elder()->set_phone("0432-6");
  bench_.pushEdit(staff, other, outside);
  const Pulled pulled = pull(bench_, visitor, request);
  QCOMPARE(pulled.pages.size(), std::size_t{1});
  QCOMPARE(pulled.pages[0].entries_size(), 1);
  QCOMPARE(pulled.pages[0].entries(0).record_id(), bench_.elder("E3"));
}

// A restore has put the service behind what this device has seen: a hello comes before any pull.
void ExchangeTest::aCursorOfAnotherEpochIsSentToSayHello() {
  auto visitor = bench_.device("V1");
  v1::PullRequest request;
  const Pulled whole = pull(bench_, visitor, first());
  QVERIFY(whole.pages.front().snapshot());
  const v1::Revision cursor = whole.cursors.back();
  *request.mutable_cursor() = cursor;
  const Pulled later = pull(bench_, visitor, request);
  QVERIFY(later.kinds.count(v1::RECORD_KIND_ELDER) == 0);
  QVERIFY(!later.pages.front().snapshot());
  const auto refusal = [&](std::uint64_t epoch, std::uint64_t sequence) {
    request.mutable_cursor()->set_epoch(epoch);
    request.mutable_cursor()->set_sequence(sequence);
    service::PullStream stream(visitor.caller, request, care::dayOf(bench_.clock().now(), bench_.zone()));
    const auto snapshot = bench_.ledger().read();
    return stream.next((*snapshot)->district(bench_.districtId()), bench_.writer().directory()).status().code();
  };
  QCOMPARE(refusal(cursor.epoch() + 1, 1), absl::StatusCode::kAborted);
  QCOMPARE(refusal(cursor.epoch(), cursor.sequence() + 1), absl::StatusCode::kAborted);
  QCOMPARE(refusal(cursor.epoch(), 0), absl::StatusCode::kOk);
}

void ExchangeTest::aReassignedHouseholdGoes() {
  auto visitor = bench_.device("V2");
  const Pulled start = pull(bench_, visitor, first());
  QVERIFY(start.households.count(bench_.household("H3")) > 0);
  auto staff = bench_.device("D1");
  const auto snapshot = bench_.ledger().read();
  const auto assignments =
      (*snapshot)->district(bench_.districtId()).find({service::Index::kAssignmentOfHousehold, bench_.household("H3")});
  const v1::Record before = *replication::decodeRecord(assignments->front().encoded);
  v1::Record ended = before;
  *ended.mutable_assignment()->mutable_until_on() = tests::date(2026, 11, 19);
  QCOMPARE(bench_.pushEdit(staff, before, ended).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  v1::PullRequest request;
  request.set_names_held(true);
  request.add_held_household_ids(bench_.household("H3"));
  *request.mutable_cursor() = start.cursors.back();
  const Pulled pulled = pull(bench_, visitor, request);
  QCOMPARE(pulled.removed, std::vector<std::string>{bench_.household("H3")});
  QVERIFY(pulled.households.empty());
}

void ExchangeTest::nothingIsSentForHouseholdsThatAreOnlyClaimed() {
  v1::PullRequest request;
  request.set_names_held(true);
  request.add_held_household_ids(bench_.household("H4"));
  const Pulled pulled = pull(bench_, bench_.device("V1"), request);
  QCOMPARE(pulled.households.count(bench_.household("H4")), std::size_t{0});
  QCOMPARE(pulled.removed, std::vector<std::string>{bench_.household("H4")});
}

void ExchangeTest::helloTellsWhoIsBehind_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("verdict");
  QTest::newRow("all well") << QByteArray("all well") << int{v1::HELLO_VERDICT_WELCOME};
  QTest::newRow("receipts lost") << QByteArray("receipts lost") << int{v1::HELLO_VERDICT_WELCOME};
  QTest::newRow("never pushed") << QByteArray("never pushed") << int{v1::HELLO_VERDICT_WELCOME};
  QTest::newRow("another history") << QByteArray("another history") << int{v1::HELLO_VERDICT_FORKED};
  QTest::newRow("somebody else's replica") << QByteArray("somebody else's replica") << int{v1::HELLO_VERDICT_FORKED};
  QTest::newRow("forked before") << QByteArray("forked before") << int{v1::HELLO_VERDICT_FORKED};
  QTest::newRow("more acknowledged than known")
      << QByteArray("more acknowledged than known") << int{v1::HELLO_VERDICT_NEW_EPOCH};
  QTest::newRow("a cursor ahead") << QByteArray("a cursor ahead") << int{v1::HELLO_VERDICT_NEW_EPOCH};
  QTest::newRow("a new replica with an old cursor")
      << QByteArray("a new replica with an old cursor") << int{v1::HELLO_VERDICT_NEW_EPOCH};
  QTest::newRow("an app of yesterday") << QByteArray("an app of yesterday") << int{v1::HELLO_VERDICT_TOO_OLD};
}

void ExchangeTest::helloTellsWhoIsBehind() {
  QFETCH(QByteArray, what);
  QFETCH(int, verdict);
  auto device = bench_.device("V1");
  const std::string first_change = bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(19, 8)));
  const std::string first_head = device.head;
  const auto fork = device;
  bench_.push(device, {first_change, bench_.change(device, bench_.visit("V1", "H1", "E1", bench_.at(19, 9)))});
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(device.replica_id);
  request.set_last_sequence(2);
  request.set_chain_head(device.head);
  if (what == "receipts lost") {
    request.set_last_sequence(1);
    request.set_chain_head(first_head);
  } else if (what == "never pushed") {
    request.set_replica_id(bench_.newId());
    request.set_last_sequence(0);
    request.set_chain_head(replication::chainStart());
  } else if (what == "another history") {
    request.set_chain_head(first_head);
  } else if (what == "somebody else's replica") {
    device = bench_.device("V2");
  } else if (what == "forked before") {
    auto twin = fork;
    bench_.push(twin, {bench_.change(twin, bench_.visit("V1", "H1", "E1", bench_.at(19, 11)))});
  } else if (what == "more acknowledged than known") {
    request.set_last_sequence(3);
  } else if (what == "a cursor ahead") {
    request.mutable_cursor()->set_epoch(1);
    request.mutable_cursor()->set_sequence(bench_.head() + 1);
  } else if (what == "a new replica with an old cursor") {
    request.set_replica_id(bench_.newId());
    request.set_last_sequence(0);
    request.set_chain_head(replication::chainStart());
    request.mutable_cursor()->set_epoch(2);
  } else if (what == "an app of yesterday") {
    request.set_protocol_version(0);
  }
  const auto snapshot = bench_.ledger().read();
  const auto reply = service::answerHello((*snapshot)->district(bench_.districtId()), bench_.writer().directory(),
                                          device.caller, request, bench_.clock().now());
  QVERIFY(reply.ok());
  QCOMPARE(static_cast<int>(reply->verdict()), verdict);
  QCOMPARE(reply->zone(), std::string("Asia/Shanghai"));
  QCOMPARE(reply->district_id(), bench_.districtId());
}

void ExchangeTest::helloTellsThatTheScopeHasChanged() {
  const auto device = bench_.device("V1");
  v1::HelloRequest request;
  request.set_replica_id(device.replica_id);
  request.set_chain_head(replication::chainStart());
  request.set_scope_digest(replication::setDigest({bench_.household("H2"), bench_.household("H1")}));
  const auto snapshot = bench_.ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(bench_.districtId());
  const service::Directory directory = bench_.writer().directory();
  QVERIFY(!service::answerHello(ledger, directory, device.caller, request, bench_.clock().now())->scope_changed());
  request.set_scope_digest(replication::setDigest({}));
  QVERIFY(service::answerHello(ledger, directory, device.caller, request, bench_.clock().now())->scope_changed());
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
