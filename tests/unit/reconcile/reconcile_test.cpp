#include <rapidcheck.h>

#include <QTest>
#include <algorithm>
#include <limits>
#include <map>

#include "sync/escrow/escrow.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"
#include "sync/replication/sealed_change.h"
#include "tests/unit/reconcile/paired_tablet.h"

namespace doorstep::tests {
namespace {

using replication::Digest;

struct Version {
  v1::RecordKind kind;
  std::string id;
  v1::Revision revision;
};

Version anyVersion() {
  Version version;
  version.kind = static_cast<v1::RecordKind>(*rc::gen::inRange(1, 29));
  version.id = std::string(15, 'i') + static_cast<char>(*rc::gen::inRange(0, 128));
  version.revision.set_epoch(static_cast<std::uint64_t>(*rc::gen::inRange(1, 3)));
  version.revision.set_sequence(static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000)));
  return version;
}

Digest digestOf(const std::vector<Version>& versions) {
  Digest digest;
  for (const Version& version : versions) {
    digest.toggle(version.kind, version.id, version.revision);
  }
  return digest;
}

v1::ImportRow assignmentEnd(const char* staff_number, const char* household, const v1::Date& until) {
  v1::ImportRow row = assignmentRow(2, staff_number, household);
  *row.mutable_assignment()->mutable_until_on() = until;
  return row;
}

// Both sides count, and what differs is put right (architecture decisions 8 and 9).
class ReconcileTest : public QObject {
  Q_OBJECT

 private slots:
  void aSetAddsUpToTheSameInAnyOrder();
  void oneRecordMoreOrNewerIsSeen();
  void theLedgerKeepsWhatItsRecordsAddUpTo();
  void whoHoldsAllIsToldThatNothingIsNew_data();
  void whoHoldsAllIsToldThatNothingIsNew();
  void whatOneMadeOneselfNeedsNoPull();
  void anEditIsPulled();
  void whatOthersDidIsPulled();
  void whatOneMayWriteAndNotReadIsNoDifference();
  void aDifferenceRepairsItself_data();
  void aDifferenceRepairsItself();
  void figuresAreCountedToo_data();
  void figuresAreCountedToo();
  void anOwnRecordThatTheServiceLostGoesAgain();
  void whatIsNewerThanTheCursorIsNoDifference();
  void theStoreAddsUpWhateverHappens();
  void twoTabletsOfOneWorkerShowTheSame();
  void whatCameHalfAndIsNoLongerOursGoes();
  void aSupervisorFollowsWhenAnAreaIsDividedAnew();
  void aContractorSeesItsProgrammeAlone();
  void whatLeftIsSealedForTheServiceAlone();

 private:
  static bool agree(DistrictBench& bench, PairedTablet& tablet);
};

void ReconcileTest::aSetAddsUpToTheSameInAnyOrder() {
  QVERIFY(rc::check("the order of records does not matter, and what was taken out is gone", [] {
    std::vector<Version> versions;
    const int count = *rc::gen::inRange(0, 40);
    for (int at = 0; at < count; ++at) {
      versions.push_back(anyVersion());
    }
    const Digest digest = digestOf(versions);
    std::vector<Version> other = versions;
    std::reverse(other.begin(), other.end());
    const auto middle = static_cast<std::ptrdiff_t>(*rc::gen::inRange(0, count + 1));
    std::rotate(other.begin(), other.begin() + middle, other.end());
    RC_ASSERT(digestOf(other) == digest);
    Digest left = digest;
    left ^= digestOf({other.begin(), other.begin() + middle});
    RC_ASSERT(left == digestOf({other.begin() + middle, other.end()}));
    RC_ASSERT(Digest::fromBytes(digest.bytes()) == digest);
  }));
}

void ReconcileTest::oneRecordMoreOrNewerIsSeen() {
  QVERIFY(rc::check("kind, id, epoch and sequence each matter", [] {
    const Version version = anyVersion();
    const Digest digest = digestOf({version});
    Version other = version;
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        other.kind = static_cast<v1::RecordKind>(other.kind + 1);
        break;
      case 1:
        other.id[3] = 'x';
        break;
      case 2:
        other.revision.set_epoch(other.revision.epoch() + 1);
        break;
      default:
        other.revision.set_sequence(other.revision.sequence() + 1);
    }
    RC_ASSERT(!(digestOf({other}) == digest));
    RC_ASSERT(!(digest == Digest()));
  }));
}

// All records of the district, counted anew, against what was kept beside them.
bool ledgerAddsUp(DistrictBench& bench) {
  const auto snapshot = bench.ledger().read();
  service::DistrictReader& ledger = (*snapshot)->district(bench.districtId());
  std::map<std::string, std::map<v1::RecordKind, std::pair<std::uint64_t, Digest>>> counted;
  const absl::Status read = ledger.forEachRecord([&](const service::StoredRecord& record) {
    auto& [count, digest] = counted[record.household_id][record.kind];
    ++count;
    digest.toggle(record.kind, record.id, record.revision);
    return absl::OkStatus();
  });
  bool same = read.ok() && !counted.empty();
  for (const auto& [household, kinds] : counted) {
    const auto kept = ledger.digests(household);
    same = same && kept.ok() && kept->size() == kinds.size();
    for (const service::DigestRow& row : kept.ok() ? *kept : std::vector<service::DigestRow>()) {
      const auto found = kinds.find(row.kind);
      same = same && found != kinds.end() && found->second.first == row.count && found->second.second == row.digest;
    }
  }
  return same;
}

void ReconcileTest::theLedgerKeepsWhatItsRecordsAddUpTo() {
  DistrictBench bench;
  QVERIFY(ledgerAddsUp(bench));
  auto v1 = bench.device("V1");
  auto d1 = bench.device("D1");
  for (int hour = 1; hour < 6; ++hour) {
    bench.pushOne(v1, bench.visit("V1", "H1", "E1", bench.at(19, hour)));
  }
  QVERIFY(ledgerAddsUp(bench));
  // An elder moves with identity and contacts: one stream loses what another gains.
  const v1::Record before = bench.record(bench.elder("E1"));
  v1::Record after = before;
  v1::ResidenceSpan& next = *after.mutable_elder()->add_residences();
  next.set_household_id(bench.household("H4"));
  *next.mutable_from_on() = date(2026, 11, 19);
  QCOMPARE(bench.pushEdit(d1, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QVERIFY(ledgerAddsUp(bench));
}

bool ReconcileTest::agree(DistrictBench& bench, PairedTablet& tablet) {
  const int pulls = tablet.remote().pulls;
  return ledgerAddsUp(bench) && tablet.addsUp() && tablet.sync().trouble == client::Trouble::kNone &&
         tablet.remote().pulls == pulls && tablet.remote().last_reply.has_nothing_new_until();
}

void ReconcileTest::whoHoldsAllIsToldThatNothingIsNew_data() {
  QTest::addColumn<QString>("staff_number");
  for (const char* staff_number : {"V1", "V2", "S1", "D1"}) {
    QTest::newRow(staff_number) << staff_number;
  }
}

void ReconcileTest::whoHoldsAllIsToldThatNothingIsNew() {
  QFETCH(QString, staff_number);
  DistrictBench bench;
  PairedTablet tablet(bench, staff_number.toStdString());
  QCOMPARE(tablet.sync().trouble, client::Trouble::kNone);
  QCOMPARE(tablet.remote().pulls, 1);
  QVERIFY(agree(bench, tablet));
  QCOMPARE(tablet.remote().hellos, 2);
  QVERIFY(tablet.remote().last_reply.worker_id().empty());  // who we are has not changed either
  QCOMPARE(tablet.compare().trouble, client::Trouble::kNone);
  const client::Comparison comparison = tablet.overview().comparison;
  QCOMPARE(comparison.at, bench.clock().now());
  QVERIFY(!comparison.held.empty());
  QCOMPARE(comparison.held.size(), comparison.service.size());
  QVERIFY(comparison.service_before.empty());
  QCOMPARE(tablet.remote().questions, 1);
}

void ReconcileTest::whatOneMadeOneselfNeedsNoPull() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  for (int visits = 1; visits < 4; ++visits) {
    tablet.visit("H1", "E1");
    QCOMPARE(tablet.sync().trouble, client::Trouble::kNone);
    QCOMPARE(tablet.remote().pushes, visits);
    QCOMPARE(tablet.remote().pulls, 1);
    bench.clock().advance(absl::Hours(1));
  }
  QVERIFY(agree(bench, tablet));
  // Who sees figures pulls what the visit did to them.
  PairedTablet desk(bench, "D1");
  desk.sync();
  desk.visit("H1", "E1");
  desk.sync();
  QCOMPARE(desk.remote().pulls, 2);
}

void ReconcileTest::anEditIsPulled() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  const v1::Record before = bench.record(bench.elder("E1"));
  v1::Record after = before;
  after.mutable_elder()->set_how_to_approach("knock twice");
  QVERIFY(tablet.store().edit(before, after).ok());
  tablet.sync();
  QCOMPARE(tablet.remote().pulls, 2);
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::whatOthersDidIsPulled() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  auto desk = bench.device("D1");
  const v1::Record visit = bench.visit("D1", "H1", "E1", bench.at(20, 7));
  bench.pushOne(desk, visit);
  tablet.sync();
  QCOMPARE(tablet.remote().pulls, 2);
  QVERIFY(tablet.holds(visit.visit().id()));
  QVERIFY(agree(bench, tablet));
  // At somebody else's door it is nothing new here.
  bench.pushOne(desk, bench.visit("D1", "H3", "E4", bench.at(20, 8)));
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::whatOneMayWriteAndNotReadIsNoDifference() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  v1::Record flag = bench.risk("V1", "H1", "E1", v1::RISK_KIND_SUSPECTED_ABUSE, v1::RISK_LEVEL_ORANGE);
  QVERIFY(tablet.append(flag).ok());
  tablet.sync();
  QVERIFY(agree(bench, tablet));
  tablet.compare();
  QVERIFY(tablet.overview().comparison.service_before.empty());
  QVERIFY(tablet.holds(replication::idOf(flag)));
}

void ReconcileTest::aDifferenceRepairsItself_data() {
  QTest::addColumn<QString>("damage");
  QTest::addColumn<int>("held");     // of the month's visits, on the tablet
  QTest::addColumn<int>("service");  // and at the service
  // The kept sums are changed with the records, as a fault of the program would: or nothing would be seen.
  QTest::newRow("a visit is gone") << "DELETE FROM record WHERE kind = 10 AND number = (SELECT max(number) FROM record "
                                      "WHERE kind = 10)"
                                   << 2 << 3;
  QTest::newRow("a visit stands in another state")
      << "UPDATE record SET sequence = sequence + 100000 WHERE kind = 10 AND number = (SELECT max(number) FROM record "
         "WHERE kind = 10)"
      << 3 << 3;
  QTest::newRow("all visits are gone") << "DELETE FROM record WHERE kind = 10" << 0 << 3;
}

void ReconcileTest::aDifferenceRepairsItself() {
  QFETCH(QString, damage);
  QFETCH(int, held);
  QFETCH(int, service);
  DistrictBench bench;
  auto desk = bench.device("D1");
  for (int hour = 5; hour < 8; ++hour) {
    bench.pushOne(desk, bench.visit("D1", "H1", "E1", bench.at(20, hour)));
  }
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  QVERIFY(tablet.addsUp());
  tablet.tamper(damage.toStdString() + ";");
  tablet.countAnew();
  QCOMPARE(tablet.compare().trouble, client::Trouble::kNone);
  const client::Comparison comparison = tablet.overview().comparison;
  QCOMPARE(comparison.service_before.size(), std::size_t{1});
  QCOMPARE(comparison.service_before[0].kind(), v1::RECORD_KIND_VISIT);
  QCOMPARE(comparison.service_before[0].month(), std::int64_t{2026 * 12 + 10});
  QCOMPARE(static_cast<int>(comparison.service_before[0].count()), service);
  QCOMPARE(static_cast<int>(comparison.held_before[0].count()), held);
  QVERIFY(comparison.taken > 0);
  QCOMPARE(static_cast<int>(tablet.number("SELECT count(*) FROM record WHERE kind = 10")), service);
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::figuresAreCountedToo_data() {
  QTest::addColumn<QString>("damage");
  QTest::addColumn<int>("taken");
  QTest::addColumn<int>("removed");
  QTest::newRow("a row is gone") << "DELETE FROM coverage WHERE area = (SELECT min(area) FROM coverage) AND month = "
                                    "(SELECT max(month) FROM coverage)"
                                 << 1 << 0;
  // As after a ledger was set back unnoticed: the revision may be the same.
  QTest::newRow("a row says something else")
      << "UPDATE coverage SET content = (SELECT content FROM coverage ORDER BY area DESC LIMIT 1) WHERE area = "
         "(SELECT min(area) FROM coverage) AND month = (SELECT max(month) FROM coverage)"
      << 1 << 0;
  QTest::newRow("a row too many")
      << "INSERT INTO coverage SELECT x'00112233445566778899aabbccddeeff', month, x'00112233445566778899aabbccddeeff', "
         "content FROM coverage LIMIT 1"
      << 0 << 1;
  QTest::newRow("all are gone") << "DELETE FROM coverage" << -1 << 0;
}

void ReconcileTest::figuresAreCountedToo() {
  QFETCH(QString, damage);
  QFETCH(int, taken);
  QFETCH(int, removed);
  DistrictBench bench;
  auto other = bench.device("V1");
  bench.pushOne(other, bench.visit("V1", "H1", "E1", bench.at(20, 6)));
  PairedTablet desk(bench, "D1");
  desk.sync();
  QVERIFY(agree(bench, desk));
  const std::string rows =
      "SELECT group_concat(hex(area) || month || hex(content)) FROM "
      "(SELECT * FROM coverage ORDER BY area, month)";
  const std::string before = desk.text(rows);
  const auto count = static_cast<int>(desk.number("SELECT count(*) FROM coverage"));
  QVERIFY(count > 1);
  desk.tamper(damage.toStdString() + ";");
  QVERIFY(desk.text(rows) != before);
  QCOMPARE(desk.compare().trouble, client::Trouble::kNone);
  const client::Comparison comparison = desk.overview().comparison;
  QVERIFY(!comparison.service_before.empty());
  for (const v1::DigestCell& cell : comparison.service_before) {
    QCOMPARE(cell.kind(), v1::RECORD_KIND_COVERAGE_ROW);
  }
  QCOMPARE(static_cast<int>(comparison.taken), taken < 0 ? count : taken);
  QCOMPARE(static_cast<int>(comparison.removed), removed);
  QCOMPARE(desk.text(rows), before);
  QVERIFY(agree(bench, desk));
}

void ReconcileTest::anOwnRecordThatTheServiceLostGoesAgain() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  const std::string visit = tablet.visit("H1", "E1");
  tablet.sync();
  tablet.tamper("UPDATE record SET id = x'00112233445566778899aabbccddeeff' WHERE kind = 10;");
  tablet.countAnew();
  tablet.compare();
  QVERIFY(tablet.holds(visit));  // what the service has comes back
  QVERIFY(tablet.overview().comparison.removed + tablet.overview().comparison.sent_again > 0);
  tablet.sync();
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::whatIsNewerThanTheCursorIsNoDifference() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  auto desk = bench.device("D1");
  tablet.remote().meanwhile = [&] {
    bench.pushOne(desk, bench.visit("D1", "H1", "E1", bench.at(20, 7)));
    const v1::Record before = bench.record(bench.elder("E3"));
    v1::Record after = before;
    after.mutable_elder()->set_hearing("poor");
    bench.pushEdit(desk, before, after);
  };
  QCOMPARE(tablet.compare().trouble, client::Trouble::kNone);
  const client::Comparison comparison = tablet.overview().comparison;
  QVERIFY(comparison.service_before.empty());
  QCOMPARE(comparison.taken + comparison.removed + comparison.sent_again, std::uint64_t{0});
  tablet.sync();
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::theStoreAddsUpWhateverHappens() {
  DistrictBench bench;
  PairedTablet tablet(bench, "V1");
  auto desk = bench.device("D1");
  ManualRandom random(20);
  for (int step = 0; step < 60; ++step) {
    switch (random.bytes(1)[0] & 7) {
      case 0:
        tablet.visit("H2", "E3");
        break;
      case 1:
        bench.pushOne(desk, bench.visit("D1", "H1", "E2", bench.clock().now() - absl::Hours(2)));
        break;
      case 2:
        bench.import({});
        break;
      case 3: {
        const v1::Record before = bench.record(bench.elder("E1"));
        v1::Record after = before;
        after.mutable_elder()->set_phone("1380000" + std::to_string(1000 + step));
        bench.pushEdit(desk, before, after);
        break;
      }
      case 4:
        tablet.remote().break_pull_after = 0;
        tablet.sync();
        tablet.remote().break_pull_after = -1;
        break;
      default:
        tablet.sync();
    }
    QVERIFY(tablet.addsUp());
    QVERIFY(ledgerAddsUp(bench));
    bench.clock().advance(absl::Minutes(1));
  }
  tablet.sync();
  tablet.sync();
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::twoTabletsOfOneWorkerShowTheSame() {
  DistrictBench bench;
  PairedTablet first(bench, "V1");
  PairedTablet second(bench, "V1");
  first.sync();
  second.sync();
  const std::string by_first = first.visit("H1", "E1");
  const std::string by_second = second.visit("H2", "E3");
  first.sync();
  second.sync();
  first.sync();
  QVERIFY(first.holds(by_second) && second.holds(by_first));
  QVERIFY(agree(bench, first));
  QVERIFY(agree(bench, second));
  QCOMPARE(first.remote().last_hello.content_digest(), second.remote().last_hello.content_digest());
}

// A first pull that breaks off leaves half a household; before it goes on the household is somebody else's.
void ReconcileTest::whatCameHalfAndIsNoLongerOursGoes() {
  DistrictBench bench;
  auto desk = bench.device("D1");
  std::vector<std::string> changes;
  for (int at = 0; at < 400; ++at) {
    changes.push_back(bench.change(desk, bench.visit("D1", at % 2 == 0 ? "H1" : "H2", at % 2 == 0 ? "E1" : "E3",
                                                     bench.clock().now() - absl::Hours(2) - absl::Minutes(at))));
  }
  bench.push(desk, changes);
  PairedTablet tablet(bench, "V1");
  tablet.remote().break_pull_after = 1;
  QVERIFY(tablet.sync().trouble != client::Trouble::kNone);
  tablet.remote().break_pull_after = -1;
  QVERIFY(tablet.number("SELECT count(*) FROM arriving_household") > 0);
  v1::ImportRequest request;
  for (const char* household : {"H1", "H2"}) {
    *request.add_rows() = assignmentEnd("V1", household, date(2026, 11, 19));
  }
  bench.import(request);
  QCOMPARE(tablet.sync().trouble, client::Trouble::kNone);
  QCOMPARE(tablet.number("SELECT count(*) FROM record WHERE kind IN (5, 6, 8, 9, 10)"), std::int64_t{0});
  QCOMPARE(tablet.number("SELECT count(*) FROM elder"), std::int64_t{0});
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::aSupervisorFollowsWhenAnAreaIsDividedAnew() {
  DistrictBench bench;
  PairedTablet old_one(bench, "S1");
  PairedTablet new_one(bench, "S2");
  auto desk = bench.device("D1");
  const v1::Record visit = bench.visit("D1", "H2", "E3", bench.at(20, 7));
  bench.pushOne(desk, visit);
  old_one.sync();
  new_one.sync();
  QVERIFY(old_one.holds(visit.visit().id()) && !new_one.holds(visit.visit().id()));
  const v1::Record before = bench.record(bench.household("H2"));
  v1::Record after = before;
  after.mutable_household()->set_area_id(bench.area("220211001002"));
  desk.base = bench.head();
  QCOMPARE(bench.pushEdit(desk, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  old_one.sync();
  new_one.sync();
  QVERIFY(!old_one.holds(visit.visit().id()) && new_one.holds(visit.visit().id()));
  QVERIFY(agree(bench, old_one));
  QVERIFY(agree(bench, new_one));
}

void ReconcileTest::aContractorSeesItsProgrammeAlone() {
  DistrictBench bench;
  v1::ImportRequest request;
  v1::ImportRow& programme = *request.add_rows();
  programme.set_line(2);
  programme.mutable_programme()->set_code("P1");
  programme.mutable_programme()->set_name("programme");
  programme.mutable_programme()->set_contractor_code("C1");
  programme.mutable_programme()->set_contractor_name("contractor");
  *programme.mutable_programme()->mutable_from_on() = date(2026, 1, 1);
  const auto imported = bench.import(request);
  QCOMPARE(imported.front().outcome(), v1::IMPORT_OUTCOME_CREATED);
  auto desk = bench.device("D1");
  v1::Record worker = bench.record(bench.worker("V1"));
  v1::Record hired = worker;
  hired.mutable_worker()->set_organisation_id(bench.organisation("C1"));
  auto operators = bench.device("D1");
  operators.caller.roles = {v1::ROLE_OPERATOR};
  QCOMPARE(bench.pushEdit(operators, worker, hired).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::Record others = bench.visit("D1", "H1", "E1", bench.at(20, 6));
  v1::Record own = bench.visit("D1", "H1", "E1", bench.at(20, 7));
  own.mutable_visit()->set_programme_id(bench.programme("P1"));
  bench.pushOne(desk, others);
  bench.pushOne(desk, own);
  PairedTablet tablet(bench, "V1");
  tablet.sync();
  QVERIFY(tablet.holds(own.visit().id()));
  QVERIFY(!tablet.holds(others.visit().id()));
  QVERIFY(tablet.holds(bench.household("H1")));
  QVERIFY(agree(bench, tablet));
  tablet.compare();
  QVERIFY(tablet.overview().comparison.service_before.empty());
  const std::string made = tablet.visit("H1", "E1");  // one's own is seen whatever it was for
  tablet.sync();
  tablet.sync();
  QVERIFY(tablet.holds(made));
  QVERIFY(agree(bench, tablet));
}

void ReconcileTest::whatLeftIsSealedForTheServiceAlone() {
  const escrow::KeyPair service = escrow::makeKeyPair();
  const std::string change = "an encoded change";
  const auto sealed = replication::sealChange(change, service.public_key);
  QVERIFY(sealed.ok());
  QVERIFY(replication::isSealed(*sealed) && !replication::isSealed(change));
  QVERIFY(sealed->find(change) == std::string::npos);
  QCOMPARE(*replication::openChange(*sealed, service.public_key, service.secret_key.view()), change);
  const escrow::KeyPair other = escrow::makeKeyPair();
  QVERIFY(
      absl::IsPermissionDenied(replication::openChange(*sealed, other.public_key, other.secret_key.view()).status()));
  std::string damaged = *sealed;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  QVERIFY(!replication::openChange(damaged, service.public_key, service.secret_key.view()).ok());
  QVERIFY(!replication::sealChange(change, "no key").ok());
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::ReconcileTest;
QTEST_GUILESS_MAIN(ReconcileTest)
#include "reconcile_test.moc"
