#pragma once

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/sqlite/database.h"

namespace doorstep::sqlite {

// A write transaction: the write lock is taken at once. Rolls back when it goes without commit().
// Transactions do not nest (FAILED_PRECONDITION). The Database must outlive it and stay in place.
class Transaction {
 public:
  static absl::StatusOr<Transaction> begin(Database& database);

  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // On the disk when it returns OK. After an error nothing of it has happened.
  absl::Status commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

// One unchanging view of the database for all statements until it goes. Takes no lock on writers.
class ReadTransaction {
 public:
  static absl::StatusOr<ReadTransaction> begin(Database& database);

  ReadTransaction(ReadTransaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  ReadTransaction& operator=(ReadTransaction&&) = delete;
  ~ReadTransaction();

 private:
  explicit ReadTransaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace doorstep::sqlite
