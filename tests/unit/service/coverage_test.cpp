#include <QtTest>
#include <functional>
#include <map>

#include "sync/service/audit.h"
#include "sync/service/coverage/coverage_desk.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// Figures and lists for those who answer for them; and that looking is written down.
class CoverageTest : public QObject {
  Q_OBJECT

 private slots:
  void anAreaComesWithItsChildren();
  void everybodySeesTheOwnAreasOnly_data();
  void everybodySeesTheOwnAreasOnly();
  void theMissedComeWithReasonAndWorker();
  void theMissedComePageByPage();
  void theOperatorSeesNoNames();
  void theAuditChainFindsAChangedAndAMissingRow();

 private:
  service::Caller operatorCaller() {
    service::DeviceRow row;
    row.is_operator = true;
    return *service::callerOf(row, bench_.writer().directory(), bench_.clock().now());
  }
  DistrictBench bench_;
};

void CoverageTest::anAreaComesWithItsChildren() {
  auto visitor = bench_.device("V1");
  bench_.pushOne(visitor, bench_.visit("V1", "H1", "E1", bench_.at(19, 10)));
  const auto snapshot = bench_.ledger().read();
  v1::GetCoverageRequest request;
  request.set_area_code("220211001");
  const auto reply =
      service::answerCoverage(**snapshot, bench_.writer().directory(), bench_.device("D1").caller, request);
  QVERIFY(reply.ok());
  QCOMPARE(reply->area().area_name(), std::string("泰山街道"));
  QCOMPARE(reply->area().row().figures().contacted(), std::int64_t{1});
  QCOMPARE(reply->children_size(), 2);
  QCOMPARE(reply->children(0).area_code(), std::string("220211001001"));
  QCOMPARE(reply->children(0).row().figures().denominator(), std::int64_t{3});
  QVERIFY(reply->area().row().provisional());
  QVERIFY(!reply->area().row().partial());
  QCOMPARE(reply->evaluated_on().day(), 20);
  request.mutable_month()->set_year(2026);
  request.mutable_month()->set_month(10);
  QVERIFY(service::answerCoverage(**snapshot, bench_.writer().directory(), operatorCaller(), request)
              ->area()
              .row()
              .partial());
}

void CoverageTest::everybodySeesTheOwnAreasOnly_data() {
  QTest::addColumn<QByteArray>("who");
  QTest::addColumn<QByteArray>("area");
  QTest::addColumn<int>("code");
  const auto row = [](const char* who, const char* area, absl::StatusCode code) {
    QTest::addRow("%s asks for %s", who, area) << QByteArray(who) << QByteArray(area) << static_cast<int>(code);
  };
  row("V1", "22021100100101", absl::StatusCode::kPermissionDenied);
  row("S1", "220211001001", absl::StatusCode::kOk);
  row("S1", "22021100100101", absl::StatusCode::kOk);
  row("S1", "220211001002", absl::StatusCode::kPermissionDenied);
  row("S1", "", absl::StatusCode::kPermissionDenied);
  row("D1", "", absl::StatusCode::kOk);
  row("D1", "220211001002", absl::StatusCode::kOk);
  row("D1", "2202", absl::StatusCode::kPermissionDenied);
  row("D1", "404", absl::StatusCode::kNotFound);
}

void CoverageTest::everybodySeesTheOwnAreasOnly() {
  QFETCH(QByteArray, who);
  QFETCH(QByteArray, area);
  QFETCH(int, code);
  const auto caller = bench_.device(who.toStdString()).caller;
  const auto snapshot = bench_.ledger().read();
  v1::GetCoverageRequest figures;
  figures.set_area_code(area.toStdString());
  v1::ListMissedRequest missed;
  missed.set_area_code(area.toStdString());
  QCOMPARE(static_cast<int>(
               service::answerCoverage(**snapshot, bench_.writer().directory(), caller, figures).status().code()),
           code);
  QCOMPARE(
      static_cast<int>(service::answerMissed(**snapshot, bench_.writer().directory(), caller, missed).status().code()),
      code);
}

void CoverageTest::theMissedComeWithReasonAndWorker() {
  auto visitor = bench_.device("V1");
  v1::Record visit = bench_.visit("V1", "H2", "E3", bench_.at(18, 10));
  visit.mutable_visit()->mutable_contacts(0)->set_outcome(v1::CONTACT_OUTCOME_NO_REPLY);
  bench_.pushOne(visitor, visit);
  const auto snapshot = bench_.ledger().read();
  const auto reply = service::answerMissed(**snapshot, bench_.writer().directory(), bench_.device("D1").caller, {});
  QVERIFY(reply.ok());
  std::map<std::string, v1::MissedElder> by_file;
  for (const v1::MissedElder& elder : reply->elders()) {
    by_file[elder.file_number()] = elder;
  }
  QCOMPARE(by_file.at("E3").reason(), v1::MISSED_REASON_NO_REPLY);
  QCOMPARE(by_file.at("E3").worker_name(), std::string("工作人员"));
  QCOMPARE(by_file.at("E3").name(), std::string("老人E3"));
  QCOMPARE(by_file.at("E5").reason(), v1::MISSED_REASON_UNASSIGNED);
  QVERIFY(by_file.at("E5").worker_name().empty());
  QCOMPARE(by_file.at("E4").reason(), v1::MISSED_REASON_NOT_TRIED);
}

void CoverageTest::theMissedComePageByPage() {
  const auto snapshot = bench_.ledger().read();
  const auto caller = bench_.device("D1").caller;
  v1::ListMissedRequest request;
  const auto all = service::answerMissed(**snapshot, bench_.writer().directory(), caller, request);
  request.set_limit(1);
  std::vector<std::string> ids;
  do {
    const auto page = service::answerMissed(**snapshot, bench_.writer().directory(), caller, request);
    QVERIFY(page.ok());
    QCOMPARE(page->total(), all->total());
    QCOMPARE(page->elders_size(), 1);
    ids.push_back(page->elders(0).elder_id());
    request.set_after(page->page_token());
  } while (!request.after().empty());
  QCOMPARE(ids.size(), static_cast<std::size_t>(all->elders_size()));
  for (int at = 0; at < all->elders_size(); ++at) {
    QCOMPARE(ids[static_cast<std::size_t>(at)], all->elders(at).elder_id());
  }
}

void CoverageTest::theOperatorSeesNoNames() {
  const auto snapshot = bench_.ledger().read();
  const auto reply = service::answerMissed(**snapshot, bench_.writer().directory(), operatorCaller(), {});
  QVERIFY(reply.ok());
  QVERIFY(reply->elders_size() > 0);
  for (const v1::MissedElder& elder : reply->elders()) {
    QVERIFY(elder.name().empty());
    QVERIFY(elder.address().empty());
    QVERIFY(!elder.file_number().empty());
  }
}

namespace {

// A snapshot whose audit rows have been tampered with.
class Tampered final : public service::Snapshot, public service::RegistryReader {
 public:
  Tampered(service::Snapshot& real, std::function<bool(service::AuditRow&)> keep)
      : real_(real), keep_(std::move(keep)) {}

  service::DistrictReader& district(const std::string& id) override { return real_.district(id); }
  service::RegistryReader& registry() override { return *this; }
  absl::Status copyTo(const std::string& path) override { return real_.copyTo(path); }
  absl::StatusOr<std::vector<std::string>> districts() override { return real_.registry().districts(); }
  absl::StatusOr<std::optional<service::DeviceRow>> device(const std::string& id) override {
    return real_.registry().device(id);
  }
  absl::StatusOr<std::vector<service::DeviceRow>> devices() override { return real_.registry().devices(); }
  absl::StatusOr<std::optional<service::CodeRow>> code(const std::string& locator) override {
    return real_.registry().code(locator);
  }
  absl::StatusOr<std::optional<service::AuditRow>> lastAudit() override { return real_.registry().lastAudit(); }
  absl::Status forEachAudit(const std::function<absl::Status(const service::AuditRow&)>& visit) override {
    return real_.registry().forEachAudit([&](const service::AuditRow& row) {
      service::AuditRow changed = row;
      return keep_(changed) ? visit(changed) : absl::OkStatus();
    });
  }

 private:
  service::Snapshot& real_;
  std::function<bool(service::AuditRow&)> keep_;
};

}  // namespace

void CoverageTest::theAuditChainFindsAChangedAndAMissingRow() {
  for (int at = 0; at < 5; ++at) {
    QVERIFY(bench_.writer()
                .run([](service::CommitWork& commit) {
                  return service::appendAudit(
                      commit, service::auditEvent(v1::AUDIT_VERB_VIEW, service::Caller(), "Coverage.ListMissed"));
                })
                .ok());
  }
  const auto snapshot = bench_.ledger().read();
  QVERIFY(service::verifyAudit(**snapshot).ok());
  for (std::uint64_t number = 1; number <= 5; ++number) {
    Tampered missing(**snapshot, [number](service::AuditRow& row) { return row.number != number; });
    QCOMPARE(service::verifyAudit(missing).code(), absl::StatusCode::kDataLoss);
    Tampered changed(**snapshot, [number](service::AuditRow& row) {
      if (row.number == number) {
        v1::AuditEvent event;
        event.ParseFromString(row.encoded);
        event.set_subject("Coverage.GetCoverage");
        row.encoded = event.SerializeAsString();
      }
      return true;
    });
    QCOMPARE(service::verifyAudit(changed).code(), absl::StatusCode::kDataLoss);
  }
}

QTEST_GUILESS_MAIN(CoverageTest)
#include "coverage_test.moc"
