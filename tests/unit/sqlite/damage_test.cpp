#include <QFileInfo>
#include <QTest>

#include "scratch.h"
#include "sync/sqlite/files.h"
#include "sync/sqlite/transaction.h"
#include "tests/support/fault_vfs.h"

using namespace doorstep::sqlite;
using doorstep::tests::FaultVfs;

namespace {

constexpr int kRows = 200;

absl::Status insert(Database& database, int rows) {
  absl::StatusOr<Transaction> transaction = Transaction::begin(database);
  absl::Status status = transaction.status();
  for (int row = 0; status.ok() && row < rows; ++row) {
    status = database.execute("INSERT INTO visit(payload) VALUES (randomblob(500))");
  }
  return status.ok() ? transaction->commit() : status;
}

absl::StatusOr<Database> openFilled(const std::string& path, const OpenOptions& options) {
  absl::StatusOr<Database> database = Database::open(path, options);
  absl::Status status = database.status();
  if (status.ok()) {
    status = database->runScript("CREATE TABLE visit(id INTEGER PRIMARY KEY, payload BLOB)");
  }
  if (status.ok()) {
    status = insert(*database, kRows);
  }
  return status.ok() ? std::move(database) : status;
}

std::int64_t rowsOf(Database& database) {
  return database.integer("SELECT count(*) FROM visit").value_or(-1);
}

}  // namespace

class DamageTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { scratch_.emplace(); }

  void fullDiskLosesNothingSaved() {
    FaultVfs disk;
    OpenOptions options = withKey();
    options.vfs = disk.name();
    absl::StatusOr<Database> database = openFilled(scratch_->path(), options);
    VERIFY_OK(database.status());
    disk.failAfter(5, FaultVfs::Fault::DiskFull);
    COMPARE_CODE(insert(*database, kRows), kResourceExhausted);
    QVERIFY(!database->inTransaction());
    QCOMPARE(rowsOf(*database), kRows);
    COMPARE_CODE(insert(*database, kRows), kResourceExhausted);
    disk.heal();
    VERIFY_OK(insert(*database, kRows));
    QCOMPARE(rowsOf(*database), 2 * kRows);
    VERIFY_OK(database->checkIntegrity());
  }

  void fullDiskFromTheStart() {
    FaultVfs disk;
    OpenOptions options = withKey();
    options.vfs = disk.name();
    disk.failAfter(0, FaultVfs::Fault::DiskFull);
    COMPARE_CODE(openFilled(scratch_->path(), options).status(), kResourceExhausted);
    disk.heal();
    VERIFY_OK(openFilled(scratch_->path(), options).status());
  }

  // The disk dies at each write in turn and leaves half of it: what commit() has confirmed is there (P1).
  void confirmedRowsSurviveEveryTornWrite() {
    int cut = 0;
    for (bool finished = false; !finished; ++cut) {
      const Scratch place;
      std::int64_t confirmed = 0;
      {
        FaultVfs disk;
        OpenOptions options = withKey();
        options.vfs = disk.name();
        absl::StatusOr<Database> database = openFilled(place.path(), options);
        VERIFY_OK(database.status());
        disk.failAfter(cut, FaultVfs::Fault::Torn);
        while (confirmed < 5 && insert(*database, 1).ok()) {
          ++confirmed;
        }
        (void)database->checkpoint();
        finished = !disk.hasFailed();
      }
      absl::StatusOr<Database> again = Database::open(place.path(), withKey());
      VERIFY_OK(again.status());
      const std::int64_t found = rowsOf(*again) - kRows;
      // The one whose confirmation was cut off may be there or not.
      QVERIFY(found == confirmed || (found == confirmed + 1 && !finished));
      VERIFY_OK(again->checkIntegrity());
    }
    QVERIFY(cut > 20);
  }

  void failingDiskIsNamed() {
    FaultVfs disk;
    OpenOptions options = withKey();
    options.vfs = disk.name();
    absl::StatusOr<Database> database = openFilled(scratch_->path(), options);
    VERIFY_OK(database.status());
    disk.failAfter(0, FaultVfs::Fault::InputOutput);
    COMPARE_CODE(insert(*database, 1), kInternal);
    disk.heal();
    QCOMPARE(rowsOf(*database), kRows);
  }

  void damage_data() {
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<qint64>("at");
    QTest::newRow("encrypted, a later page") << true << qint64{5 * 4096 + 100};
    QTest::newRow("plain, a later page") << false << qint64{5 * 4096};
  }
  void damage() {
    QFETCH(bool, encrypted);
    QFETCH(qint64, at);
    const OpenOptions options = encrypted ? withKey() : OpenOptions{};
    VERIFY_OK(openFilled(scratch_->path(), options).status());
    VERIFY_OK(Database::open(scratch_->path(), options)->checkIntegrity());
    overwrite(scratch_->path(), at, std::string(64, '\xA5'));
    {
      absl::StatusOr<Database> database = Database::open(scratch_->path(), options);
      VERIFY_OK(database.status());
      COMPARE_CODE(database->execute("SELECT count(*), sum(length(payload)) FROM visit"), kDataLoss);
      COMPARE_CODE(database->checkIntegrity(), kDataLoss);
    }
    const std::string damaged = contentOf(scratch_->path());
    const absl::StatusOr<std::string> aside = setAside(scratch_->path(), "damaged-20261120T080000Z");
    VERIFY_OK(aside.status());
    QVERIFY(contentOf(*aside) == damaged);
    VERIFY_OK(openFilled(scratch_->path(), options).status());
  }

  void unreadableHead_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("code");
    QTest::newRow("cut to a stump") << 100 << static_cast<int>(absl::StatusCode::kDataLoss);
    QTest::newRow("first page overwritten") << 8192 << static_cast<int>(absl::StatusCode::kPermissionDenied);
  }
  void unreadableHead() {
    QFETCH(int, size);
    QFETCH(int, code);
    std::ofstream(scratch_->path(), std::ios::binary) << std::string(static_cast<std::size_t>(size), '\x5A');
    QCOMPARE(static_cast<int>(Database::open(scratch_->path(), withKey()).status().code()), code);
    QCOMPARE(QFileInfo(QString::fromStdString(scratch_->path())).size(), size);
  }

  // Its log alone held it, and perhaps no disk: whoever opens it may rely on what it reads.
  void whatAKilledProgramHadCommittedIsBroughtIntoTheFile() {
    absl::StatusOr<Database> database = openFilled(scratch_->path(), withKey());
    VERIFY_OK(database.status());
    for (const char* part : {"", "-wal"}) {
      std::ofstream(scratch_->path("killed.db") + part, std::ios::binary) << contentOf(scratch_->path() + part);
    }
    const absl::StatusOr<Database> again = Database::open(scratch_->path("killed.db"), withKey());
    VERIFY_OK(again.status());
    std::ofstream(scratch_->path("without_log.db"), std::ios::binary) << contentOf(scratch_->path("killed.db"));
    absl::StatusOr<Database> without_log = Database::open(scratch_->path("without_log.db"), withKey());
    VERIFY_OK(without_log.status());
    QCOMPARE(rowsOf(*without_log), kRows);
  }

  void setAsideTakesTheLogAlong() {
    for (const char* name : {"store.db", "store.db-wal", "store.db-shm"}) {
      std::ofstream(scratch_->path(name)) << name;
    }
    const absl::StatusOr<std::string> aside = setAside(scratch_->path(), "old");
    VERIFY_OK(aside.status());
    QVERIFY(*aside == scratch_->path("store.db.old"));
    QVERIFY(contentOf(*aside) == "store.db");
    QVERIFY(contentOf(*aside + "-wal") == "store.db-wal");
    QVERIFY(contentOf(*aside + "-shm") == "store.db-shm");
    for (const char* name : {"store.db", "store.db-wal", "store.db-shm"}) {
      QVERIFY(!QFileInfo::exists(QString::fromStdString(scratch_->path(name))));
    }
  }

  void setAsideOverwritesNothing() {
    std::ofstream(scratch_->path()) << "damaged";
    std::ofstream(scratch_->path("store.db.old-wal")) << "earlier";
    std::ofstream(scratch_->path("store.db-wal")) << "log";
    COMPARE_CODE(setAside(scratch_->path(), "old").status(), kAlreadyExists);
    QVERIFY(contentOf(scratch_->path()) == "damaged");
    QVERIFY(contentOf(scratch_->path("store.db.old-wal")) == "earlier");
    QVERIFY(!QFileInfo::exists(QString::fromStdString(scratch_->path("store.db.old"))));
    COMPARE_CODE(setAside(scratch_->path("absent.db"), "old").status(), kNotFound);
  }

 private:
  std::optional<Scratch> scratch_;
};

QTEST_GUILESS_MAIN(DamageTest)
#include "damage_test.moc"
