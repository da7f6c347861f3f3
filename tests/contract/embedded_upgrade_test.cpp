#include <QTemporaryDir>
#include <QtTest>

#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/ledger/schema.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/migrations.h"
#include "tests/support/manual_random.h"

using namespace doorstep;

// A ledger of an earlier program goes on with all it holds (promise P12).
class EmbeddedUpgradeTest : public QObject {
  Q_OBJECT

 private slots:
  void whatWasThereBeforeFreezesIsStillThere();
};

namespace {

const std::string kDistrict(16, 'd');

sqlite::Key key() {
  tests::ManualRandom random(7);
  const std::string bytes = random.bytes(sqlite::Key::kSize);
  return sqlite::Key(std::span<const std::uint8_t, sqlite::Key::kSize>(
      reinterpret_cast<const std::uint8_t*>(bytes.data()), sqlite::Key::kSize));
}

absl::Status writeAsTheFirstProgram(const std::string& path) {
  sqlite::OpenOptions options;
  options.key = key();
  auto database = sqlite::Database::open(path, options);
  absl::Status status =
      database.ok() ? sqlite::migrate(*database, service::ledgerMigrations().subspan(0, 1)) : database.status();
  const std::string figures = [] {
    v1::Figures kept;
    kept.set_contacted(5);
    return kept.SerializeAsString();
  }();
  const sqlite::Blob id{kDistrict};
  if (status.ok()) {
    status = database->execute("INSERT INTO district (id, epoch, sequence) VALUES (?1, 1, 9)", id);
  }
  if (status.ok()) {
    status = database->execute(
        "INSERT INTO consumed (district, replica, sequence, hash, encoded, receipt) VALUES (1, ?1, 1, ?1, ?1, ?1)", id);
  }
  if (status.ok()) {
    status = database->execute(
        "INSERT INTO rollup (district, area, month, epoch, sequence, figures) VALUES (1, ?1, 24322, 1, 9, ?2)", id,
        sqlite::Blob{figures});
  }
  if (status.ok()) {
    status = database->execute(
        "INSERT INTO record (district, id, kind, household, epoch, sequence, created_epoch, created_sequence, "
        "created_by,"
        " created_role, created_change, created_replica, encoded) VALUES (1, ?1, 10, ?1, 1, 7, 1, 7, ?1, 1, ?1, ?1, "
        "?1)",
        id);
  }
  return status;
}

}  // namespace

void EmbeddedUpgradeTest::whatWasThereBeforeFreezesIsStillThere() {
  QTemporaryDir folder;
  const std::string path = folder.filePath("ledger.db").toStdString();
  QVERIFY(writeAsTheFirstProgram(path).ok());
  const auto ledger = service::EmbeddedLedger::open(path, key());
  QVERIFY2(ledger.ok(), std::string(ledger.status().message()).c_str());
  {
    const auto snapshot = (*ledger)->read();
    service::DistrictReader& district = (*snapshot)->district(kDistrict);
    QCOMPARE(district.head()->sequence(), std::uint64_t{9});
    const auto consumed = district.consumed(kDistrict, 1);
    QCOMPARE((*consumed)->encoded, kDistrict);
    QVERIFY((*consumed)->received_at == absl::UnixEpoch());  // nobody wrote it down then
    const auto row = district.rollup(kDistrict, 24322);
    QCOMPARE((*row)->figures.contacted(), std::int64_t{5});
    QVERIFY(!(*row)->frozen.has_value());
    QVERIFY(district.freezes()->empty());
    // What its records add up to has been counted.
    v1::Revision revision;
    revision.set_epoch(1);
    revision.set_sequence(7);
    replication::Digest digest;
    digest.toggle(v1::RECORD_KIND_VISIT, kDistrict, revision);
    const auto sums = district.digests(kDistrict);
    QCOMPARE(sums->size(), std::size_t{1});
    QCOMPARE(sums->front().count, std::uint64_t{1});
    QVERIFY(sums->front().digest == digest);
  }
  const auto transaction = (*ledger)->write();
  service::DistrictWriter& district = (*transaction)->district(kDistrict);
  QVERIFY(district
              .putConsumed({kDistrict, 2, "h", "c", "r", absl::FromUnixSeconds(1), v1::RECEIPT_OUTCOME_APPLIED,
                            v1::RECORD_KIND_VISIT})
              .ok());
  QVERIFY((*transaction)->commit().ok());
}

QTEST_GUILESS_MAIN(EmbeddedUpgradeTest)
#include "embedded_upgrade_test.moc"
