#include <QFileInfo>
#include <QTest>
#include <limits>

#include "scratch.h"
#include "sync/sqlite/transaction.h"

using namespace doorstep::sqlite;

class DatabaseTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    scratch_.emplace();
    absl::StatusOr<Database> opened = Database::open(scratch_->path(), withKey());
    VERIFY_OK(opened.status());
    database_.emplace(std::move(*opened));
    VERIFY_OK(database_->runScript(R"sql(
      CREATE TABLE household(id INTEGER PRIMARY KEY);
      CREATE TABLE visit(id INTEGER PRIMARY KEY, household INTEGER REFERENCES household(id), code TEXT UNIQUE,
                         minutes INTEGER CHECK (minutes >= 0), weight REAL, payload BLOB) STRICT;)sql"));
  }
  void cleanup() {
    database_.reset();
    scratch_.reset();
  }

  void everyTypeComesBack() {
    const std::string bytes("\0\x01visit\0", 8);
    VERIFY_OK(
        database_->execute("INSERT INTO visit VALUES (?1, NULL, ?2, ?3, ?4, ?5)", 1, "探访", 30U, 0.5, Blob{bytes}));
    VERIFY_OK(database_->execute("INSERT INTO visit VALUES (?1, ?2, ?3, ?4, ?5, ?6)", 2, std::optional<int>(),
                                 std::optional<std::string>(), true, std::nullopt, Blob{}));
    absl::StatusOr<Statement> select =
        database_->prepare("SELECT code, minutes, weight, payload FROM visit WHERE id = ?1");
    VERIFY_OK(select.status());
    select->bind(1, std::numeric_limits<std::uint8_t>::min() + 1);
    QVERIFY(*select->step());
    QVERIFY(select->text(0) == "探访");
    QCOMPARE(select->integer(1), 30);
    QCOMPARE(select->real(2), 0.5);
    QVERIFY(select->blob(3) == bytes);
    QVERIFY(!*select->step());
    select->bind(1, 2);
    QVERIFY(*select->step());
    QVERIFY(select->isNull(0));
    QVERIFY(!select->optionalText(0).has_value());
    QCOMPARE(select->optionalInteger(1), std::optional<std::int64_t>(1));
    QVERIFY(!select->isNull(3));
    QCOMPARE(select->optionalBlob(3)->size(), 0U);
  }

  void numberBeyondRangeIsRefused() {
    COMPARE_CODE(database_->execute("INSERT INTO household VALUES (?1)", std::numeric_limits<std::uint64_t>::max()),
                 kInvalidArgument);
    QCOMPARE(*database_->integer("SELECT count(*) FROM household"), 0);
  }

  void parameterThatDoesNotExistIsRefused() {
    COMPARE_CODE(database_->execute("INSERT INTO household VALUES (?1)", 1, 2), kInvalidArgument);
  }

  void errors_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* sql, absl::StatusCode code) {
      QTest::newRow(name) << QString(sql) << static_cast<int>(code);
    };
    row("primary key", "INSERT INTO household VALUES (1)", absl::StatusCode::kAlreadyExists);
    row("unique", "INSERT INTO visit(id, code) VALUES (9, 'a')", absl::StatusCode::kAlreadyExists);
    row("check", "INSERT INTO visit(minutes) VALUES (-1)", absl::StatusCode::kInvalidArgument);
    row("foreign key", "INSERT INTO visit(household) VALUES (99)", absl::StatusCode::kInvalidArgument);
    row("type", "INSERT INTO visit(minutes) VALUES ('long')", absl::StatusCode::kInvalidArgument);
    row("syntax", "INSRT", absl::StatusCode::kInvalidArgument);
    row("no table", "SELECT * FROM nowhere", absl::StatusCode::kInvalidArgument);
    row("two statements", "SELECT 1; SELECT 2", absl::StatusCode::kInvalidArgument);
    row("no statement", " ", absl::StatusCode::kInvalidArgument);
    row("double-quoted text", "SELECT \"text\"", absl::StatusCode::kInvalidArgument);
    row("attach", "ATTACH 'other.db' AS other KEY ''", absl::StatusCode::kPermissionDenied);
    row("detach", "DETACH main", absl::StatusCode::kPermissionDenied);
    row("extension", "SELECT load_extension('x')", absl::StatusCode::kInvalidArgument);
    row("schema by hand", "DELETE FROM sqlite_schema", absl::StatusCode::kInvalidArgument);
  }
  void errors() {
    QFETCH(QString, sql);
    QFETCH(int, code);
    VERIFY_OK(database_->execute("INSERT INTO household VALUES (1)"));
    VERIFY_OK(database_->execute("INSERT INTO visit(id, code) VALUES (1, 'a')"));
    QCOMPARE(static_cast<int>(database_->execute(sql.toStdString()).code()), code);
  }

  void errorTextHoldsNoValue() {
    VERIFY_OK(database_->execute("INSERT INTO visit(code) VALUES (?1)", "CANARY-4711"));
    const absl::Status status = database_->execute("INSERT INTO visit(code) VALUES (?1)", "CANARY-4711");
    QVERIFY(!status.ok());
    QVERIFY(status.message().find("CANARY") == absl::string_view::npos);
  }

  void statementsAreReusedAndCleared() {
    VERIFY_OK(database_->execute("INSERT INTO visit(id, code) VALUES (?1, ?2)", 1, "first"));
    VERIFY_OK(database_->execute("INSERT INTO visit(id, code) VALUES (?1, ?2)", 2));
    QCOMPARE(*database_->integer("SELECT count(*) FROM visit WHERE code IS NULL"), 1);
  }

  void oneStatementWithinItself() {
    VERIFY_OK(database_->runScript("INSERT INTO household VALUES (1), (2), (3)"));
    const char* sql = "SELECT id FROM household ORDER BY id";
    absl::StatusOr<Statement> outer = database_->prepare(sql);
    int pairs = 0;
    while (*outer->step()) {
      absl::StatusOr<Statement> inner = database_->prepare(sql);
      while (*inner->step()) {
        ++pairs;
      }
    }
    QCOMPARE(pairs, 9);
  }

  void moreTextsThanTheCacheHolds() {
    for (int i = 0; i < 1000; ++i) {
      QCOMPARE(*database_->integer("SELECT " + std::to_string(i)), i);
    }
  }

  void transactionsCommitOrRollBack() {
    {
      absl::StatusOr<Transaction> transaction = Transaction::begin(*database_);
      VERIFY_OK(transaction.status());
      VERIFY_OK(database_->execute("INSERT INTO household VALUES (1)"));
      COMPARE_CODE(Transaction::begin(*database_).status(), kFailedPrecondition);
    }
    QCOMPARE(*database_->integer("SELECT count(*) FROM household"), 0);
    absl::StatusOr<Transaction> transaction = Transaction::begin(*database_);
    VERIFY_OK(database_->execute("INSERT INTO household VALUES (1)"));
    VERIFY_OK(transaction->commit());
    COMPARE_CODE(transaction->commit(), kFailedPrecondition);
    QCOMPARE(*database_->integer("SELECT count(*) FROM household"), 1);
  }

  void movingKeepsStatements() {
    absl::StatusOr<Statement> count = database_->prepare("SELECT count(*) FROM household");
    Database moved = std::move(*database_);
    VERIFY_OK(moved.execute("INSERT INTO household VALUES (1)"));
    QVERIFY(*count->step());
    QCOMPARE(count->integer(0), 1);
    count->reset();
    { const Statement returned = std::move(*count); }
    database_.emplace(std::move(moved));
  }

  void readerSeesOneView() {
    OpenOptions options = withKey();
    options.read_only = true;
    absl::StatusOr<Database> reader = Database::open(scratch_->path(), options);
    VERIFY_OK(reader.status());
    {
      const absl::StatusOr<ReadTransaction> view = ReadTransaction::begin(*reader);
      VERIFY_OK(view.status());
      VERIFY_OK(database_->execute("INSERT INTO household VALUES (1)"));
      QCOMPARE(*reader->integer("SELECT count(*) FROM household"), 0);
      COMPARE_CODE(database_->checkpoint(), kUnavailable);
    }
    QCOMPARE(*reader->integer("SELECT count(*) FROM household"), 1);
    COMPARE_CODE(reader->execute("INSERT INTO household VALUES (2)"), kFailedPrecondition);
    VERIFY_OK(database_->checkpoint());
    QCOMPARE(QFileInfo(QString::fromStdString(scratch_->path("store.db-wal"))).size(), 0);
  }

  void secondWriterWaitsInVain() {
    absl::StatusOr<Database> other = Database::open(scratch_->path(), withKey());
    VERIFY_OK(other.status());
    const absl::StatusOr<Transaction> holder = Transaction::begin(*database_);
    COMPARE_CODE(Transaction::begin(*other).status(), kUnavailable);
  }

  void safeSettings() {
    QCOMPARE(*database_->integer("PRAGMA synchronous"), 2);
    QCOMPARE(*database_->integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(*database_->integer("PRAGMA secure_delete"), 1);
    QCOMPARE(*database_->integer("PRAGMA trusted_schema"), 0);
    QCOMPARE(*database_->integer("PRAGMA cache_size"), -8192);
    absl::StatusOr<Statement> mode = database_->prepare("PRAGMA journal_mode");
    QVERIFY(*mode->step());
    QVERIFY(mode->text(0) == "wal");
    for (const char* name : {"store.db", "store.db-wal", "store.db-shm"}) {
      const QFileInfo file(QString::fromStdString(scratch_->path(name)));
      QVERIFY(file.exists());
      QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }
  }

 private:
  std::optional<Scratch> scratch_;
  std::optional<Database> database_;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
