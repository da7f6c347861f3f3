#include <QtTest>
#include <set>

#include "sync/care/calendar.h"
#include "sync/service/evening/export_stream.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// What leaves the district as rows: what stands, once, in the order of time, without names.
class ExportTest : public QObject {
  Q_OBJECT

 private slots:
  void visitsAreThoseThatStand();
  void aCoupleIsTwoRowsOfOneVisit();
  void aNeighbourWhoVouchesDoesNotQualify();
  void hoursAreTheKeptLines();
  void restrictedRisksAreKindAndLevelOnly();
  void coverageNamesEveryAreaAndMonth();
  void anAreaHoldsItsOwnOnly();
  void pagesHaveAtMostFiveHundredRows();
  void anExportWithoutRowsIsOneEmptyPage();
  void oneStateHoweverLongItTakes();
  void whoMayAskForWhat_data();
  void whoMayAskForWhat();
};

namespace {

absl::StatusOr<std::unique_ptr<service::ExportStream>> open(DistrictBench& bench, const service::Caller& caller,
                                                            const v1::ExportRequest& request) {
  return service::ExportStream::open(*bench.ledger().read(), bench.writer().directory(), caller, request,
                                     bench.clock().now());
}

v1::ExportRequest november(v1::ExportKind kind, const std::string& area_code = "") {
  v1::ExportRequest request;
  request.set_kind(kind);
  request.set_area_code(area_code);
  *request.mutable_from_month() = care::toMonth(absl::CivilMonth(2026, 11));
  return request;
}

v1::ExportReply all(DistrictBench& bench, const v1::ExportRequest& request) {
  const auto stream = open(bench, DistrictBench::operatorCaller(), request);
  v1::ExportReply rows;
  while (stream.ok()) {
    const auto page = (*stream)->next();
    if (!page.ok() || !page->has_value()) {
      break;
    }
    rows.MergeFrom(**page);
  }
  return rows;
}

}  // namespace

void ExportTest::visitsAreThoseThatStand() {
  DistrictBench bench;
  auto device = bench.device("V1");
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.at(19, 10), 25));
  const v1::Record wrong = bench.visit("V1", "H1", "E1", bench.at(18, 10), 30);
  bench.pushOne(device, wrong);
  v1::Record corrected = bench.visit("V1", "H1", "E1", bench.at(18, 10), 50);
  corrected.mutable_visit()->set_corrects_id(wrong.visit().id());
  v1::Pause& pause = *corrected.mutable_visit()->add_pauses();
  *pause.mutable_from_at() = care::toTimestamp(bench.at(18, 10, 10));
  *pause.mutable_until_at() = care::toTimestamp(bench.at(18, 10, 20));
  bench.pushOne(device, corrected);
  const v1::Record mistaken = bench.visit("V1", "H1", "E2", bench.at(17, 9));
  bench.pushOne(device, mistaken);
  v1::Record voided = bench.visit("V1", "H1", "E2", bench.at(17, 9));
  voided.mutable_visit()->set_corrects_id(mistaken.visit().id());
  voided.mutable_visit()->set_voided(true);
  QCOMPARE(bench.pushOne(device, voided).outcome(), v1::RECEIPT_OUTCOME_APPLIED);

  const v1::ExportReply rows = all(bench, november(v1::EXPORT_KIND_VISITS));
  QCOMPARE(rows.visits_size(), 2);
  QCOMPARE(rows.total(), std::uint64_t{2});
  const v1::VisitExportRow& first = rows.visits(0);
  QCOMPARE(care::civilDay(first.on()), absl::CivilDay(2026, 11, 18));
  QCOMPARE(first.minutes(), std::uint32_t{40});
  QCOMPARE(first.file_number(), std::string("E1"));
  QCOMPARE(first.area_code(), std::string("22021100100101"));
  QCOMPARE(first.mode(), std::string("IN_PERSON"));
  QCOMPARE(first.outcome(), std::string("SEEN"));
  QCOMPARE(first.source(), std::string("TABLET"));
  QCOMPARE(first.staff_numbers_size(), 1);
  QCOMPARE(first.staff_numbers(0), std::string("V1"));
  QCOMPARE(first.recorded_by(), std::string("V1"));
  QVERIFY(first.qualifying());
  QCOMPARE(first.visit_id().size(), std::size_t{36});
  QVERIFY(!first.corrects_visit_id().empty());
  QCOMPARE(rows.visits(1).file_number(), std::string("E3"));
}

void ExportTest::aCoupleIsTwoRowsOfOneVisit() {
  DistrictBench bench;
  auto device = bench.device("V1");
  v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(18, 10));
  v1::VisitContact& second = *visit.mutable_visit()->add_contacts();
  second.set_elder_id(bench.elder("E2"));
  second.set_mode(v1::CONTACT_MODE_IN_PERSON);
  second.set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
  QCOMPARE(bench.pushOne(device, visit).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  const v1::ExportReply rows = all(bench, november(v1::EXPORT_KIND_VISITS));
  QCOMPARE(rows.visits_size(), 2);
  QCOMPARE(rows.visits(0).visit_id(), rows.visits(1).visit_id());
  QVERIFY(rows.visits(0).qualifying());
  QVERIFY(!rows.visits(1).qualifying());
  QCOMPARE(rows.visits(1).outcome(), std::string("NO_REPLY"));
}

void ExportTest::aNeighbourWhoVouchesDoesNotQualify() {
  DistrictBench bench;
  auto staff = bench.device("D1");
  auto device = bench.device("V1");
  const v1::Record before = bench.record(bench.elder("E3"));
  v1::Record after = before;
  v1::StatusSpan& span = *after.mutable_elder()->add_statuses();
  span.set_status(v1::CARE_STATUS_HOSPITALISED);
  *span.mutable_from_on() = tests::date(2026, 11, 10);
  span.set_confirmed_by(bench.worker("D1"));
  QCOMPARE(bench.pushEdit(staff, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  for (const v1::ContactRelation relation : {v1::CONTACT_RELATION_NEIGHBOUR, v1::CONTACT_RELATION_CHILD}) {
    v1::Record contact;
    contact.mutable_contact()->set_id(bench.newId());
    contact.mutable_contact()->set_elder_id(bench.elder("E3"));
    contact.mutable_contact()->set_household_id(bench.household("H2"));
    contact.mutable_contact()->set_name("联系人");
    contact.mutable_contact()->set_relation(relation);
    QCOMPARE(bench.pushOne(staff, contact).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
    v1::Record visit = bench.visit("V1", "H2", "E3", bench.at(18, relation == v1::CONTACT_RELATION_CHILD ? 12 : 9));
    visit.mutable_visit()->mutable_contacts(0)->set_mode(v1::CONTACT_MODE_PROXY);
    visit.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_PROXY_CONFIRMED);
    visit.mutable_visit()->mutable_contacts(0)->set_proxy_contact_id(contact.contact().id());
    const v1::Receipt receipt = bench.pushOne(device, visit);
    QVERIFY2(receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED, receipt.ShortDebugString().c_str());
  }
  const v1::ExportReply rows = all(bench, november(v1::EXPORT_KIND_VISITS));
  QCOMPARE(rows.visits_size(), 2);
  QVERIFY(!rows.visits(0).qualifying());
  QVERIFY(rows.visits(1).qualifying());
}

void ExportTest::hoursAreTheKeptLines() {
  DistrictBench bench;
  auto device = bench.device("V1");
  const v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(18, 10), 60);
  bench.pushOne(device, visit);
  bench.pushOne(device, bench.serviceEntry(visit.visit(), v1::SERVICE_KIND_FREE_HAIRCUT, 20));
  const v1::ExportReply rows = all(bench, november(v1::EXPORT_KIND_HOURS));
  QCOMPARE(rows.hours_size(), 2);
  std::map<std::string, std::uint32_t> minutes;
  std::uint32_t sum = 0;
  for (const v1::HoursExportRow& row : rows.hours()) {
    minutes[row.kind()] = row.minutes();
    sum += row.minutes();
    QCOMPARE(row.staff_number(), std::string("V1"));
    QCOMPARE(row.state(), std::string("SUBMITTED"));
    QCOMPARE(row.area_code(), std::string("22021100100101"));
  }
  QCOMPARE(minutes["VISITING"], std::uint32_t{40});
  QCOMPARE(minutes["FREE_HAIRCUT"], std::uint32_t{20});
  QCOMPARE(static_cast<std::int64_t>(sum),
           bench.figures("220211", absl::CivilMonth(2026, 11)).worker_minutes_provisional());
}

void ExportTest::restrictedRisksAreKindAndLevelOnly() {
  DistrictBench bench;
  auto device = bench.device("V1");
  v1::Record flag = bench.risk("V1", "H1", "E1", v1::RISK_KIND_SUSPECTED_ABUSE, v1::RISK_LEVEL_RED);
  flag.mutable_restricted_risk_flag()->set_note("金丝雀");
  QCOMPARE(bench.pushOne(device, flag).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  bench.clock().advance(absl::Hours(1));
  const v1::ExportReply rows = all(bench, november(v1::EXPORT_KIND_RISKS));
  QCOMPARE(rows.risks_size(), 1);
  QCOMPARE(rows.risks(0).kind(), std::string("SUSPECTED_ABUSE"));
  QCOMPARE(rows.risks(0).level(), std::string("RED"));
  QCOMPARE(rows.risks(0).state(), std::string("OPEN"));
  QCOMPARE(rows.risks(0).file_number(), std::string());
  QCOMPARE(rows.risks(0).area_code(), std::string("220211001"));
  QVERIFY(rows.risks(0).overdue());
  QVERIFY(!rows.risks(0).has_acknowledged_at());
  QVERIFY(rows.SerializeAsString().find("金丝雀") == std::string::npos);
}

void ExportTest::coverageNamesEveryAreaAndMonth() {
  DistrictBench bench;
  bench.goTo(absl::FromCivil(absl::CivilSecond(2026, 12, 7, 9, 0, 0), bench.zone()));
  v1::ExportRequest request = november(v1::EXPORT_KIND_COVERAGE);
  *request.mutable_until_month() = care::toMonth(absl::CivilMonth(2026, 12));
  const v1::ExportReply rows = all(bench, request);
  QCOMPARE(rows.coverage_size(), 10);
  QCOMPARE(rows.coverage(0).area_code(), std::string("220211"));
  QCOMPARE(rows.coverage(0).area_kind(), std::string("DISTRICT"));
  QCOMPARE(rows.coverage(0).row().month().month(), 11);
  QVERIFY(rows.coverage(0).row().frozen_sequence() > 0);
  QCOMPARE(rows.coverage(5).row().month().month(), 12);
  QCOMPARE(rows.coverage(5).row().frozen_sequence(), std::uint64_t{0});
}

void ExportTest::anAreaHoldsItsOwnOnly() {
  DistrictBench bench;
  auto first = bench.device("V1");
  auto second = bench.device("V2");
  bench.pushOne(first, bench.visit("V1", "H1", "E1", bench.at(18, 10)));
  bench.pushOne(second, bench.visit("V2", "H3", "E4", bench.at(18, 11)));
  for (const v1::ExportKind kind : {v1::EXPORT_KIND_VISITS, v1::EXPORT_KIND_HOURS}) {
    const v1::ExportReply there = all(bench, november(kind, "220211001002"));
    QCOMPARE(there.total(), std::uint64_t{1});
    QCOMPARE(there.visits_size() + there.hours_size(), 1);
    QCOMPARE(all(bench, november(kind, "220211001")).total(), std::uint64_t{2});
  }
  QCOMPARE(all(bench, november(v1::EXPORT_KIND_VISITS, "220211001002")).visits(0).file_number(), std::string("E4"));
}

void ExportTest::pagesHaveAtMostFiveHundredRows() {
  DistrictBench bench;
  auto device = bench.device("V1");
  std::vector<std::string> changes;
  for (int at = 0; at < 1201; ++at) {
    changes.push_back(bench.change(device, bench.visit("V1", "H1", "E1", bench.at(17, 0) + absl::Minutes(at), 1)));
  }
  bench.push(device, changes);
  const auto stream = open(bench, DistrictBench::operatorCaller(), november(v1::EXPORT_KIND_VISITS));
  std::vector<int> sizes;
  std::set<std::string> ids;
  absl::Time last = absl::InfinitePast();
  while (true) {
    const auto page = (*stream)->next();
    QVERIFY(page.ok());
    if (!page->has_value()) {
      break;
    }
    sizes.push_back((*page)->visits_size());
    QCOMPARE((*page)->total(), std::uint64_t{1201});
    for (const v1::VisitExportRow& row : (*page)->visits()) {
      QVERIFY(care::toTime(row.started_at()) >= last);
      last = care::toTime(row.started_at());
      ids.insert(row.visit_id());
    }
  }
  QVERIFY(sizes == (std::vector<int>{500, 500, 201}));
  QCOMPARE(ids.size(), std::size_t{1201});
}

void ExportTest::anExportWithoutRowsIsOneEmptyPage() {
  DistrictBench bench;
  const auto stream = open(bench, DistrictBench::operatorCaller(), november(v1::EXPORT_KIND_VISITS));
  const auto page = (*stream)->next();
  QVERIFY(page.ok() && page->has_value());
  QCOMPARE((*page)->total(), std::uint64_t{0});
  QVERIFY((*page)->at().sequence() > 0);
  QVERIFY(!(*stream)->next()->has_value());
}

void ExportTest::oneStateHoweverLongItTakes() {
  DistrictBench bench;
  auto device = bench.device("V1");
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(17, 10)));
  const auto stream = open(bench, DistrictBench::operatorCaller(), november(v1::EXPORT_KIND_VISITS));
  const std::uint64_t head = bench.head();
  bench.pushOne(device, bench.visit("V1", "H2", "E3", bench.at(18, 10)));
  const auto page = (*stream)->next();
  QCOMPARE((*page)->visits_size(), 1);
  QCOMPARE((*page)->at().sequence(), head);
}

void ExportTest::whoMayAskForWhat_data() {
  QTest::addColumn<QByteArray>("staff_number");
  QTest::addColumn<QByteArray>("area");
  QTest::addColumn<int>("kind");
  QTest::addColumn<int>("until");
  QTest::addColumn<int>("code");
  const auto row = [](const char* name, const char* staff, const char* area, int kind, int until,
                      absl::StatusCode code) {
    QTest::newRow(name) << QByteArray(staff) << QByteArray(area) << kind << until << static_cast<int>(code);
  };
  row("operator", "", "220211", v1::EXPORT_KIND_VISITS, 11, absl::StatusCode::kOk);
  row("district", "D1", "", v1::EXPORT_KIND_RISKS, 11, absl::StatusCode::kOk);
  row("supervisor", "S1", "", v1::EXPORT_KIND_VISITS, 11, absl::StatusCode::kPermissionDenied);
  row("visitor", "V1", "", v1::EXPORT_KIND_COVERAGE, 11, absl::StatusCode::kPermissionDenied);
  row("another district", "D1", "2202", v1::EXPORT_KIND_VISITS, 11, absl::StatusCode::kPermissionDenied);
  row("no area", "D1", "999", v1::EXPORT_KIND_VISITS, 11, absl::StatusCode::kNotFound);
  row("no kind", "D1", "", 9, 11, absl::StatusCode::kInvalidArgument);
  row("ends before it begins", "D1", "", v1::EXPORT_KIND_VISITS, 10, absl::StatusCode::kInvalidArgument);
  row("no month", "D1", "", v1::EXPORT_KIND_VISITS, 13, absl::StatusCode::kInvalidArgument);
}

void ExportTest::whoMayAskForWhat() {
  QFETCH(QByteArray, staff_number);
  QFETCH(QByteArray, area);
  QFETCH(int, kind);
  QFETCH(int, until);
  QFETCH(int, code);
  DistrictBench bench;
  v1::ExportRequest request = november(static_cast<v1::ExportKind>(kind), area.toStdString());
  *request.mutable_until_month() = request.from_month();
  request.mutable_until_month()->set_month(until);
  const service::Caller caller =
      staff_number.isEmpty() ? DistrictBench::operatorCaller() : bench.device(staff_number.toStdString()).caller;
  QCOMPARE(static_cast<int>(open(bench, caller, request).status().code()), code);
}

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
