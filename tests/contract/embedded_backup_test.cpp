#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "sync/replication/chain.h"
#include "sync/service/audit.h"
#include "sync/service/ledger/backup.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/ledger/folder_lock.h"
#include "tests/support/manual_random.h"

using namespace doorstep;

// A copy of a running ledger, and what brings it back into a stopped service's folder.
class EmbeddedBackupTest : public QObject {
  Q_OBJECT

 private slots:
  void aCopyIsTheSnapshotAndNothingElse();
  void aCopyIsUnreadableWithoutTheKey();
  void whatWasCopiedComesBackAndTheOldLedgerIsSetAside();
  void aNewLedgerIsMadeWhereNoneStood();
  void twoRestoresAreTwoEpochs();
  void whatCannotBeRestoredChangesNothing_data();
  void whatCannotBeRestoredChangesNothing();
  void nothingIsRestoredUnderARunningService();
  void aRestoreThatWasInterruptedIsEnded();
};

namespace {

const std::string kDistrict(16, 'd');
const absl::Time kNow = absl::FromUnixSeconds(1'796'000'000);

// A service's data folder.
struct Folder {
  QTemporaryDir directory;
  std::string path = directory.path().toStdString();
  std::string ledger = path + "/ledger.db";
  std::string key = path + "/ledger.key";
  std::string backup = path + "/taken.backup";

  std::unique_ptr<service::EmbeddedLedger> open(const std::string& file) const {
    tests::ManualRandom random(7);
    const auto loaded = service::loadOrMakeKey(key, ledger, random);
    auto opened = service::EmbeddedLedger::open(file, *loaded);
    return opened.ok() ? *std::move(opened) : nullptr;
  }
  std::unique_ptr<service::EmbeddedLedger> open() const { return open(ledger); }
  QByteArray content(const std::string& file) const {
    QFile read(QString::fromStdString(file));
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
  }
  QStringList names() const { return QDir(directory.path()).entryList(QDir::Files, QDir::Name); }
};

bool put(service::Ledger& ledger, char letter) {
  const auto transaction = ledger.write();
  service::DistrictWriter& district = (*transaction)->district(kDistrict);
  service::StoredRecord record;
  record.id = std::string(16, letter);
  record.kind = v1::RECORD_KIND_VISIT;
  record.household_id = std::string(16, 'h');
  record.revision = *district.nextRevision();
  record.encoded = "the note of an elder";
  record.created = {record.revision, "w", v1::ROLE_VISITOR, "c", "r"};
  return district.putRecord(record).ok() && (*transaction)->commit().ok();
}

bool has(service::Ledger& ledger, char letter) {
  const auto snapshot = ledger.read();
  return (*snapshot)->district(kDistrict).record(std::string(16, letter))->has_value();
}

std::uint64_t epoch(service::Ledger& ledger) {
  const auto snapshot = ledger.read();
  return (*snapshot)->district(kDistrict).head()->epoch();
}

// A ledger with 'a' in its backup and 'b' written since.
void fill(const Folder& folder) {
  const auto ledger = folder.open();
  QVERIFY(put(*ledger, 'a'));
  QVERIFY((*ledger->read())->copyTo(folder.backup).ok());
  QVERIFY(put(*ledger, 'b'));
}

}  // namespace

void EmbeddedBackupTest::aCopyIsTheSnapshotAndNothingElse() {
  Folder folder;
  const auto ledger = folder.open();
  QVERIFY(put(*ledger, 'a'));
  const auto snapshot = ledger->read();
  QVERIFY(put(*ledger, 'b'));  // committed while the snapshot is held
  QVERIFY((*snapshot)->copyTo(folder.backup).ok());
  QCOMPARE((*snapshot)->copyTo(folder.backup).code(), absl::StatusCode::kAlreadyExists);
  QVERIFY(!QFile::exists(QString::fromStdString(folder.backup + "-wal")));
  QVERIFY(!QFile::exists(QString::fromStdString(folder.backup + "-journal")));
  const auto report = service::verifyBackup(folder.backup, folder.key);
  QVERIFY2(report.ok(), std::string(report.status().message()).c_str());
  QCOMPARE(report->records, std::uint64_t{1});
  QCOMPARE(report->districts, std::uint64_t{1});
  QVERIFY(!report->cipher_version.empty());
  const QByteArray content = folder.content(folder.backup);
  QCOMPARE(report->bytes, static_cast<std::uint64_t>(content.size()));
  QCOMPARE(report->sha256, replication::sha256(content.toStdString()));
}

void EmbeddedBackupTest::aCopyIsUnreadableWithoutTheKey() {
  Folder folder;
  fill(folder);
  const QByteArray content = folder.content(folder.backup);
  QVERIFY(!content.contains("the note of an elder"));
  QVERIFY(!content.contains("SQLite format 3"));
  QVERIFY(!(QFile::permissions(QString::fromStdString(folder.backup)) & (QFile::ReadGroup | QFile::ReadOther)));
}

void EmbeddedBackupTest::whatWasCopiedComesBackAndTheOldLedgerIsSetAside() {
  Folder folder;
  fill(folder);
  const auto digest = service::verifyBackup(folder.backup, folder.key)->sha256;
  const auto restored = service::restoreBackup(folder.path, folder.backup, kNow, digest);
  QVERIFY2(restored.ok(), std::string(restored.status().message()).c_str());
  const auto ledger = folder.open();
  QVERIFY(has(*ledger, 'a'));
  QVERIFY(!has(*ledger, 'b'));
  QVERIFY(epoch(*ledger) > 1);
  std::vector<v1::AuditEvent> events;
  const auto snapshot = ledger->read();
  QVERIFY((*snapshot)
              ->registry()
              .forEachAudit([&events](const service::AuditRow& row) {
                events.emplace_back().ParseFromString(row.encoded);
                return absl::OkStatus();
              })
              .ok());
  QCOMPARE(events.size(), std::size_t{1});
  QCOMPARE(events[0].verb(), v1::AUDIT_VERB_RESTORE);
  QVERIFY(service::verifyAudit(**snapshot).ok());
  // What stood there is whole, under its new name.
  QVERIFY(!restored->set_aside.empty());
  const auto old = folder.open(restored->set_aside);
  QVERIFY(old != nullptr);
  QVERIFY(has(*old, 'b'));
}

void EmbeddedBackupTest::aNewLedgerIsMadeWhereNoneStood() {
  Folder folder;
  fill(folder);
  QVERIFY(QFile::remove(QString::fromStdString(folder.ledger)));
  const auto restored = service::restoreBackup(folder.path, folder.backup, kNow);
  QVERIFY(restored.ok());
  QVERIFY(restored->set_aside.empty());
  QVERIFY(has(*folder.open(), 'a'));
}

void EmbeddedBackupTest::twoRestoresAreTwoEpochs() {
  Folder folder;
  fill(folder);
  QVERIFY(service::restoreBackup(folder.path, folder.backup, kNow).ok());
  const std::uint64_t first = epoch(*folder.open());
  QVERIFY(service::restoreBackup(folder.path, folder.backup, kNow + absl::Minutes(1)).ok());
  QVERIFY(epoch(*folder.open()) > first);
}

void EmbeddedBackupTest::whatCannotBeRestoredChangesNothing_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<int>("code");
  QTest::newRow("another digest") << QByteArray("digest") << static_cast<int>(absl::StatusCode::kDataLoss);
  QTest::newRow("a changed byte") << QByteArray("byte") << static_cast<int>(absl::StatusCode::kDataLoss);
  QTest::newRow("cut short") << QByteArray("short") << static_cast<int>(absl::StatusCode::kDataLoss);
  QTest::newRow("another key") << QByteArray("key") << static_cast<int>(absl::StatusCode::kPermissionDenied);
  QTest::newRow("plaintext") << QByteArray("plain") << static_cast<int>(absl::StatusCode::kFailedPrecondition);
  QTest::newRow("no file") << QByteArray("absent") << static_cast<int>(absl::StatusCode::kNotFound);
}

void EmbeddedBackupTest::whatCannotBeRestoredChangesNothing() {
  QFETCH(QByteArray, what);
  QFETCH(int, code);
  Folder folder;
  fill(folder);
  std::string digest;
  QFile backup(QString::fromStdString(folder.backup));
  if (what == "digest") {
    digest = std::string(32, 'x');
  } else if (what == "byte") {
    QVERIFY(backup.open(QIODevice::ReadWrite));
    backup.seek(backup.size() - 2000);
    const QByteArray before = backup.peek(1);
    backup.write(QByteArray(1, static_cast<char>(before[0] ^ 1)));
    backup.close();
  } else if (what == "short") {
    QVERIFY(backup.resize(backup.size() / 2));
  } else if (what == "key") {
    QVERIFY(backup.remove());
    Folder other;
    tests::ManualRandom random(8);
    const auto key = service::loadOrMakeKey(other.key, other.ledger, random);
    const auto ledger = service::EmbeddedLedger::open(other.ledger, *key);
    QVERIFY((*(*ledger)->read())->copyTo(folder.backup).ok());
  } else if (what == "plain") {
    QVERIFY(backup.open(QIODevice::WriteOnly | QIODevice::Truncate));
    backup.write(QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 0));
    backup.close();
  } else {
    QVERIFY(backup.remove());
  }
  const QByteArray before = folder.content(folder.ledger);
  const QStringList names = folder.names();
  const auto restored = service::restoreBackup(folder.path, folder.backup, kNow, digest);
  QCOMPARE(static_cast<int>(restored.status().code()), code);
  QVERIFY(folder.content(folder.ledger) == before);
  QStringList now = folder.names();
  now.removeAll("doorstepd.lock");
  QCOMPARE(now, names);
  QVERIFY(has(*folder.open(), 'b'));
}

void EmbeddedBackupTest::nothingIsRestoredUnderARunningService() {
  Folder folder;
  fill(folder);
  const service::FolderLock running(folder.path);
  QVERIFY(running.held());
  QCOMPARE(service::restoreBackup(folder.path, folder.backup, kNow).status().code(),
           absl::StatusCode::kFailedPrecondition);
  QVERIFY(has(*folder.open(), 'b'));
}

// Killed after its copy was complete: with the old ledger still there, half set aside, or gone.
void EmbeddedBackupTest::aRestoreThatWasInterruptedIsEnded() {
  for (const bool ledger_is_there : {true, false}) {
    Folder folder;
    fill(folder);
    QVERIFY(QFile::copy(QString::fromStdString(folder.backup), QString::fromStdString(folder.ledger + ".restoring")));
    if (!ledger_is_there) {
      QVERIFY(QFile::remove(QString::fromStdString(folder.ledger)));
      QFile stray(QString::fromStdString(folder.ledger + "-wal"));
      QVERIFY(stray.open(QIODevice::WriteOnly));
      stray.write("a log of the old ledger");
    }
    const auto aside = service::finishRestore(folder.path, kNow);
    QVERIFY(aside.ok());
    QCOMPARE(aside->empty(), !ledger_is_there);
    QVERIFY(has(*folder.open(), 'a'));
    QVERIFY(!has(*folder.open(), 'b'));
    QVERIFY(service::finishRestore(folder.path, kNow)->empty());
  }
}

QTEST_GUILESS_MAIN(EmbeddedBackupTest)
#include "embedded_backup_test.moc"
