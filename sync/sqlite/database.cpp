#include "sync/sqlite/database.h"

#include <sqlite3.h>

#include <utility>

#include "sync/sqlite/connection.h"
#include "sync/sqlite/status.h"

namespace doorstep::sqlite {

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

absl::StatusOr<Statement> Database::prepare(std::string_view sql) {
  return connection_->prepare(sql);
}

absl::StatusOr<std::int64_t> Database::firstInteger(Statement& statement) {
  const absl::StatusOr<bool> row = statement.step();
  if (!row.ok()) {
    return row.status();
  }
  return *row ? absl::StatusOr<std::int64_t>(statement.integer(0)) : absl::NotFoundError("no such row");
}

absl::Status Database::runScript(const std::string& script) {
  return connection_->runScript(script, "running a script");
}

std::int64_t Database::lastInsertRowid() const {
  return sqlite3_last_insert_rowid(connection_->handle());
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(connection_->handle());
}

bool Database::inTransaction() const {
  return sqlite3_get_autocommit(connection_->handle()) == 0;
}

absl::Status Database::checkIntegrity() {
  // Reading each page checks its authentication code, too. PRAGMA cipher_integrity_check would not do: it
  // looks past the write-ahead log and takes a page that the log will repair for damage.
  absl::StatusOr<Statement> check = prepare("PRAGMA integrity_check(1)");
  const absl::StatusOr<bool> answered = check.ok() ? check->step() : check.status();
  if (!answered.ok()) {
    return answered.status();
  }
  return *answered && check->text(0) == "ok" ? absl::OkStatus()
                                             : absl::DataLossError("checking the database: it is damaged");
}

absl::Status Database::checkpoint() {
  const int result =
      sqlite3_wal_checkpoint_v2(connection_->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  return result == SQLITE_OK ? absl::OkStatus()
                             : statusOf(connection_->handle(), result, "emptying the write-ahead log");
}

}  // namespace doorstep::sqlite
