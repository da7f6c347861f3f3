#include <QTest>

#include "scratch.h"
#include "sync/sqlite/migrations.h"
#include "tests/support/fault_vfs.h"

using namespace doorstep::sqlite;
using doorstep::tests::FaultVfs;

namespace {

absl::Status countNames(Database& database) {
  return database.execute("INSERT INTO tally SELECT count(*) FROM elder");
}

const std::vector<Migration> kSteps = {
    {1, "CREATE TABLE elder(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO elder(name) VALUES ('a'), ('b');"},
    {2, "ALTER TABLE elder ADD COLUMN search TEXT; UPDATE elder SET search = upper(name);"},
    {3, "CREATE TABLE tally(n INTEGER);", countNames},
};

absl::Span<const Migration> upTo(std::size_t version) {
  return absl::MakeConstSpan(kSteps).first(version);
}

bool isComplete(Database& database) {
  return database.integer("PRAGMA user_version").value_or(-1) == 3 &&
         database.integer("SELECT n FROM tally").value_or(-1) == 2 &&
         database.integer("SELECT count(*) FROM elder WHERE search IN ('A', 'B')").value_or(-1) == 2;
}

}  // namespace

class MigrationsTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { scratch_.emplace(); }

  void fromAnyVersion_data() {
    QTest::addColumn<std::size_t>("version");
    for (std::size_t version = 0; version <= kSteps.size(); ++version) {
      QTest::addRow("from %zu", version) << version;
    }
  }
  void fromAnyVersion() {
    QFETCH(std::size_t, version);
    absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
    VERIFY_OK(database.status());
    VERIFY_OK(migrate(*database, upTo(version)));
    VERIFY_OK(migrate(*database, kSteps));
    QVERIFY(isComplete(*database));
    VERIFY_OK(migrate(*database, kSteps));
    QVERIFY(isComplete(*database));
  }

  void newerFileIsLeftUntouched() {
    VERIFY_OK(openAndMigrate(kSteps));
    const std::string before = contentOf(scratch_->path());
    COMPARE_CODE(openAndMigrate(upTo(2)), kFailedPrecondition);
    QVERIFY(contentOf(scratch_->path()) == before);
  }

  void failedStepLeavesNothing() {
    absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
    const std::vector<Migration> broken = {
        kSteps[0], {2, "CREATE TABLE half(n); INSERT INTO half VALUES (1); INSERT INTO absent VALUES (1);"}};
    QVERIFY(!migrate(*database, broken).ok());
    QCOMPARE(*database->integer("PRAGMA user_version"), 1);
    QCOMPARE(*database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
    QVERIFY(!database->inTransaction());
    VERIFY_OK(migrate(*database, kSteps));
    QVERIFY(isComplete(*database));
  }

  void wrongNumberingIsRefused() {
    absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
    const std::vector<Migration> gap = {kSteps[0], kSteps[2]};
    COMPARE_CODE(migrate(*database, gap), kInvalidArgument);
    QCOMPARE(*database->integer("PRAGMA user_version"), 0);
  }

  // The disk dies at each write in turn, as a kill would: whatever stands then can be carried on.
  void resumesAfterEveryWrite() {
    int cut = 0;
    for (bool finished = false; !finished; ++cut) {
      const Scratch place;
      {
        FaultVfs disk;
        OpenOptions options = withKey();
        options.vfs = disk.name();
        disk.failAfter(cut, FaultVfs::Fault::Torn);
        absl::StatusOr<Database> database = Database::open(place.path(), options);
        finished = database.ok() && migrate(*database, kSteps).ok();
        QCOMPARE(finished, !disk.hasFailed());
      }
      absl::StatusOr<Database> again = Database::open(place.path(), withKey());
      VERIFY_OK(again.status());
      VERIFY_OK(migrate(*again, kSteps));
      QVERIFY(isComplete(*again));
      VERIFY_OK(again->checkIntegrity());
    }
    QVERIFY(cut > 10);
  }

 private:
  absl::Status openAndMigrate(absl::Span<const Migration> steps) {
    absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
    return database.ok() ? migrate(*database, steps) : database.status();
  }

  std::optional<Scratch> scratch_;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
