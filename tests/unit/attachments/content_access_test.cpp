// A content goes where the records that name it go, and nowhere else.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "sync/care/calendar.h"
#include "sync/replication/chain.h"
#include "sync/service/attachments/content_access.h"
#include "sync/service/ledger/content_check.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "tests/unit/attachments/suites.h"
#include "tests/unit/service/district_bench.h"

namespace doorstep::tests {
namespace {

using service::ContentStore;

constexpr absl::CivilDay kDay(2026, 11, 20);

class ContentAccessTest : public QObject {
  Q_OBJECT

 private slots:
  void whoMay_data() {
    QTest::addColumn<QString>("worker");
    QTest::addColumn<bool>("may");
    QTest::newRow("the visitor of the door") << "V1" << true;
    QTest::newRow("another visitor") << "V2" << false;
    QTest::newRow("the supervisor") << "S1" << true;
    QTest::newRow("another supervisor") << "S2" << false;
    QTest::newRow("the district") << "D1" << true;
  }
  void whoMay() {
    QFETCH(QString, worker);
    QFETCH(bool, may);
    const std::string hash = add("V1", "H1", "E1");
    const DistrictBench::Device device = bench_.device(worker.toStdString());
    const auto snapshot = *bench_.ledger().read();
    auto& district = snapshot->district(bench_.districtId());
    const service::Directory directory = bench_.writer().directory();
    const auto fetch = service::contentToFetch(district, directory, device.caller, hash, kDay);
    const auto send = service::contentToSend(district, directory, device.caller, hash, kDay);
    QCOMPARE(fetch.ok(), may);
    QCOMPARE(send.ok(), may);
    if (may) {
      QCOMPARE(fetch->bytes, std::uint64_t{1000});
      QVERIFY(fetch->hash == hash);
    } else {
      QVERIFY(absl::IsNotFound(fetch.status()));
    }
  }

  // Its door was given to somebody else before the picture was sent.
  void anAuthorMaySendWhatSheMayNoLongerFetch() {
    const std::string hash = add("V1", "H1", "E1");
    const DistrictBench::Device device = bench_.device("V1");
    const auto snapshot = *bench_.ledger().read();
    auto& district = snapshot->district(bench_.districtId());
    const service::Directory directory = bench_.writer().directory();
    const absl::CivilDay later(2027, 3, 1);
    endAssignment();
    const auto after = *bench_.ledger().read();
    auto& now = after->district(bench_.districtId());
    QVERIFY(service::contentToFetch(district, directory, device.caller, hash, kDay).ok());
    QVERIFY(absl::IsNotFound(service::contentToFetch(now, directory, device.caller, hash, later).status()));
    QVERIFY(service::contentToSend(now, directory, device.caller, hash, later).ok());
  }

  void whatNoRecordNamesIsForNobody() {
    const DistrictBench::Device device = bench_.device("D1");
    const auto snapshot = *bench_.ledger().read();
    QVERIFY(
        absl::IsNotFound(service::contentToFetch(snapshot->district(bench_.districtId()), bench_.writer().directory(),
                                                 device.caller, std::string(32, 'x'), kDay)
                             .status()));
  }

  void anAttachmentSpeaksForItsAuthorAndItsDoor() {
    DistrictBench::Device device = bench_.device("V1");
    v1::Record record = attachment("V2", "H1", "E1", "x");
    QCOMPARE(bench_.pushOne(device, record).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
    record = attachment("V1", "H3", "E4", "x");
    QCOMPARE(bench_.pushOne(device, record).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
    record = attachment("V1", "H1", "E4", "x");
    QCOMPARE(bench_.pushOne(device, record).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  }

  void theReconciliationCountsWhatIsNamedAndComplete() {
    const std::string here = add("V1", "H1", "E1");
    const std::string away = add("V1", "H2", "E3");
    QTemporaryDir folder;
    const std::vector<std::uint8_t> key(32, 7);
    const auto store =
        *ContentStore::open(folder.path().toStdString(), std::span<const std::uint8_t, 32>(key.data(), key.size()));
    const std::string district_id = bench_.districtId();
    QVERIFY(store->append({district_id, here, 1000}, 0, contents_.at(here))->complete);
    const auto snapshot = *bench_.ledger().read();
    const auto named = service::contentsOf(snapshot->district(district_id), *store, district_id,
                                           {bench_.household("H1"), bench_.household("H2"), bench_.household("H3")});
    QVERIFY(named->complete == std::set<std::string>{here});
    QVERIFY(named->missing.count(away) == 1 && named->missing.count(here) == 0);
    QVERIFY(service::contentsOf(snapshot->district(district_id), *store, district_id, {bench_.household("H3")})
                ->missing.empty());
  }

  // What `doorstepctl restore` tells: a data folder in which one content is whole, one damaged, one away.
  void aRestoreCountsWhatLiesBesideTheLedger() {
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    outside::SystemRandom random;
    const auto key = *service::loadOrMakeKey(path + "/ledger.key", path + "/ledger.db", random);
    const std::string district(16, 'd');
    const std::vector<std::string> contents = {std::string(500, 'a'), std::string(500, 'b'), std::string(500, 'c')};
    {
      const auto ledger = *service::EmbeddedLedger::open(path + "/ledger.db", key);
      const auto transaction = *ledger->write();
      for (const std::string& content : contents) {
        service::StoredRecord stored;
        stored.id = bench_.newId();
        stored.kind = v1::RECORD_KIND_ATTACHMENT;
        stored.household_id = std::string(16, 'h');
        stored.revision = *transaction->district(district).nextRevision();
        stored.encoded = attachment("V1", "H1", "E1", content).SerializeAsString();
        QVERIFY(transaction->district(district).putRecord(stored).ok());
      }
      QVERIFY(transaction->commit().ok());
    }
    const auto store = *ContentStore::open(path + "/attachments", key.bytes());
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}}) {
      QVERIFY(store->append({district, replication::sha256(contents[at]), 500}, 0, contents[at])->complete);
      if (at == 0) {
        QFile file(QDir(folder.filePath("attachments")).entryInfoList(QDir::Files).constFirst().filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(100));
        QCOMPARE(file.write("?"), qint64{1});
      }
    }
    const auto report = service::checkContents(path);
    QVERIFY2(report.ok(), std::string(report.status().message()).c_str());
    QCOMPARE(report->named, std::uint64_t{3});
    QCOMPARE(report->complete, std::uint64_t{1});
    QCOMPARE(report->missing(), std::uint64_t{2});
    QCOMPARE(report->damaged, std::uint64_t{1});
    QCOMPARE(service::checkContents(path)->damaged, std::uint64_t{0});  // it was set aside
  }

 private:
  v1::Record attachment(const std::string& worker, const std::string& household, const std::string& elder,
                        const std::string& content) {
    v1::Record record;
    v1::Attachment& made = *record.mutable_attachment();
    made.set_id(bench_.newId());
    made.set_household_id(bench_.household(household));
    made.set_elder_id(bench_.elder(elder));
    made.set_content_hash(replication::sha256(content));
    made.set_content_bytes(content.size());
    made.set_media_type("image/jpeg");
    made.set_added_by(bench_.worker(worker));
    *made.mutable_added_at() = care::toTimestamp(bench_.at(20, 8));
    return record;
  }
  std::string add(const std::string& worker, const std::string& household, const std::string& elder) {
    std::string content = "picture of " + household + std::to_string(contents_.size());
    content.resize(1000, '.');
    DistrictBench::Device device = bench_.device(worker);
    const v1::Record record = attachment(worker, household, elder, content);
    if (bench_.pushOne(device, record).outcome() != v1::RECEIPT_OUTCOME_APPLIED) {
      QTest::qFail("the attachment was not taken", __FILE__, __LINE__);
    }
    const std::string hash = replication::sha256(content);
    contents_[hash] = content;
    return hash;
  }
  void endAssignment() {
    const std::string household = bench_.household("H1");
    const auto snapshot = *bench_.ledger().read();
    const auto found =
        *snapshot->district(bench_.districtId()).find({service::Index::kAssignmentOfHousehold, household});
    DistrictBench::Device desk = bench_.device("D1");
    desk.base = bench_.head();
    const v1::Record before = bench_.record(found.front().id);
    v1::Record after = before;
    *after.mutable_assignment()->mutable_until_on() = date(2026, 12, 31);
    QCOMPARE(bench_.pushEdit(desk, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  }

  DistrictBench bench_;
  std::map<std::string, std::string> contents_;
};

}  // namespace

std::unique_ptr<QObject> contentAccessSuite() {
  return std::make_unique<ContentAccessTest>();
}

}  // namespace doorstep::tests

#include "content_access_test.moc"
