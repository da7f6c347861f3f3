#include "sync/sqlite/transaction.h"

namespace doorstep::sqlite {
namespace {

void rollBack(Database* database) {
  // SQLite has already rolled back by itself after a full disk and some other errors.
  if (database != nullptr && database->inTransaction()) {
    (void)database->execute("ROLLBACK");
  }
}

absl::Status refuseNesting(const Database& database) {
  return database.inTransaction() ? absl::FailedPreconditionError("a transaction is already open") : absl::OkStatus();
}

}  // namespace

absl::StatusOr<Transaction> Transaction::begin(Database& database) {
  absl::Status status = refuseNesting(database);
  if (status.ok()) {
    status = database.execute("BEGIN IMMEDIATE");
  }
  return status.ok() ? absl::StatusOr<Transaction>(Transaction(database)) : status;
}

Transaction::~Transaction() {
  rollBack(database_);
}

absl::Status Transaction::commit() {
  if (database_ == nullptr || !database_->inTransaction()) {
    return absl::FailedPreconditionError("the transaction has already ended");
  }
  absl::Status status = database_->execute("COMMIT");
  if (!status.ok()) {
    rollBack(database_);
  }
  database_ = nullptr;
  return status;
}

absl::StatusOr<ReadTransaction> ReadTransaction::begin(Database& database) {
  if (absl::Status nesting = refuseNesting(database); !nesting.ok()) {
    return nesting;
  }
  if (absl::Status status = database.execute("BEGIN DEFERRED"); !status.ok()) {
    return status;
  }
  ReadTransaction transaction(database);
  // The view is taken by the first read, not by BEGIN.
  absl::Status status = database.execute("SELECT 1 FROM sqlite_schema LIMIT 1");
  return status.ok() ? absl::StatusOr<ReadTransaction>(std::move(transaction)) : status;
}

ReadTransaction::~ReadTransaction() {
  rollBack(database_);
}

}  // namespace doorstep::sqlite
