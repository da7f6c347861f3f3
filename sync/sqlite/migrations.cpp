#include "sync/sqlite/migrations.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::sqlite {
namespace {

absl::StatusOr<std::int64_t> versionOf(Database& database) {
  return database.integer("PRAGMA user_version");
}

absl::Status requireNumbering(absl::Span<const Migration> steps) {
  std::int64_t expected = 0;
  for (const Migration& step : steps) {
    if (step.version != ++expected) {
      return absl::InvalidArgumentError("migrations are not numbered 1, 2, …");
    }
  }
  return absl::OkStatus();
}

absl::Status apply(Database& database, const Migration& step) {
  absl::StatusOr<Transaction> transaction = Transaction::begin(database);
  if (!transaction.ok()) {
    return transaction.status();
  }
  // Another process may have been faster.
  const absl::StatusOr<std::int64_t> version = versionOf(database);
  if (!version.ok() || *version >= step.version) {
    return version.status();
  }
  absl::Status status = database.runScript(std::string(step.script));
  if (status.ok() && step.afterwards != nullptr) {
    status = step.afterwards(database);
  }
  if (status.ok()) {
    status = database.runScript(absl::StrCat("PRAGMA user_version=", step.version));
  }
  return status.ok() ? transaction->commit() : status;
}

}  // namespace

absl::Status migrate(Database& database, absl::Span<const Migration> steps) {
  if (absl::Status numbering = requireNumbering(steps); !numbering.ok()) {
    return numbering;
  }
  const absl::StatusOr<std::int64_t> version = versionOf(database);
  if (!version.ok()) {
    return version.status();
  }
  if (*version > static_cast<std::int64_t>(steps.size())) {
    return absl::FailedPreconditionError(
        absl::StrCat("the database is of version ", *version, ", this program knows up to ", steps.size()));
  }
  for (const Migration& step : steps.subspan(static_cast<std::size_t>(*version))) {
    if (absl::Status status = apply(database, step); !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::sqlite
