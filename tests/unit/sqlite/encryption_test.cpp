#include <QTest>

#include "scratch.h"
#include "sync/sqlite/files.h"
#include "sync/sqlite/transaction.h"

using namespace doorstep::sqlite;

namespace {

constexpr std::string_view kCanary = "CANARY-王秀英-4711";

absl::Status fill(Database& database, int rows) {
  absl::Status status = database.runScript("CREATE TABLE IF NOT EXISTS elder(id INTEGER PRIMARY KEY, name TEXT)");
  for (int row = 0; status.ok() && row < rows; ++row) {
    status = database.execute("INSERT INTO elder(name) VALUES (?1)", kCanary);
  }
  return status;
}

absl::Status fillFile(const std::string& path, const OpenOptions& options, int rows) {
  absl::StatusOr<Database> database = Database::open(path, options);
  return database.ok() ? fill(*database, rows) : database.status();
}

}  // namespace

class EncryptionTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { scratch_.emplace(); }

  void cipherIsOurs() { QVERIFY(Database::cipherVersion().starts_with("4.19.0")); }

  void survivesClosing() {
    {
      absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
      VERIFY_OK(database.status());
      VERIFY_OK(fill(*database, 3));
    }
    absl::StatusOr<Database> again = Database::open(scratch_->path(), withKey());
    VERIFY_OK(again.status());
    QCOMPARE(*again->integer("SELECT count(*) FROM elder WHERE name = ?1", kCanary), 3);
    VERIFY_OK(again->checkIntegrity());
  }

  void otherKeys_data() {
    QTest::addColumn<bool>("with_key");
    QTest::addColumn<bool>("read_only");
    QTest::newRow("another key") << true << false;
    QTest::newRow("no key") << false << false;
    QTest::newRow("another key, reading") << true << true;
    QTest::newRow("no key, reading") << false << true;
  }
  void otherKeys() {
    QFETCH(bool, with_key);
    QFETCH(bool, read_only);
    VERIFY_OK(fillFile(scratch_->path(), withKey(1), 1));
    const std::string before = contentOf(scratch_->path());
    OpenOptions options = with_key ? withKey(2) : OpenOptions{};
    options.read_only = read_only;
    COMPARE_CODE(Database::open(scratch_->path(), options).status(), kPermissionDenied);
    QVERIFY(contentOf(scratch_->path()) == before);
    VERIFY_OK(Database::open(scratch_->path(), withKey(1)).status());
  }

  void nothingIsWrittenInPlaintext() {
    absl::StatusOr<Database> database = Database::open(scratch_->path(), withKey());
    VERIFY_OK(database.status());
    {
      absl::StatusOr<Transaction> transaction = Transaction::begin(*database);
      VERIFY_OK(fill(*database, 2000));
      VERIFY_OK(transaction->commit());
    }
    QVERIFY(contentOf(scratch_->path("store.db-wal")).size() > 10'000);
    verifyNoCanary();
    VERIFY_OK(database->checkpoint());
    QVERIFY(contentOf(scratch_->path()).size() > 10'000);
    verifyNoCanary();
    QVERIFY(!*isPlaintext(scratch_->path()));
  }

  // So that the search above is known to find something.
  void withoutKeyTheCanaryIsFound() {
    {
      absl::StatusOr<Database> database = Database::open(scratch_->path(), OpenOptions{});
      VERIFY_OK(database.status());
      VERIFY_OK(fill(*database, 10));
    }
    QVERIFY(contentOf(scratch_->path()).find(kCanary) != std::string::npos);
    QVERIFY(*isPlaintext(scratch_->path()));
  }

  void plaintextIsRefusedWithKey() {
    VERIFY_OK(fillFile(scratch_->path(), OpenOptions{}, 1));
    COMPARE_CODE(Database::open(scratch_->path(), withKey()).status(), kFailedPrecondition);
    QVERIFY(*isPlaintext(scratch_->path()));
  }

  void absentFiles() {
    OpenOptions reading = withKey();
    reading.read_only = true;
    COMPARE_CODE(Database::open(scratch_->path(), reading).status(), kNotFound);
    COMPARE_CODE(Database::open(scratch_->path("absent/store.db"), withKey()).status(), kNotFound);
    QVERIFY(!*isPlaintext(scratch_->path()));
  }

 private:
  void verifyNoCanary() {
    for (const char* name : {"store.db", "store.db-wal", "store.db-shm"}) {
      const std::string content = contentOf(scratch_->path(name));
      QVERIFY(content.find(kCanary) == std::string::npos);
      QVERIFY(content.find("elder") == std::string::npos);
      QVERIFY(content.find(kPlaintextHeader) == std::string::npos);
    }
  }

  std::optional<Scratch> scratch_;
};

QTEST_GUILESS_MAIN(EncryptionTest)
#include "encryption_test.moc"
