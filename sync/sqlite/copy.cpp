#include <sqlite3.h>
#include <unistd.h>

#include "sync/sqlite/connection.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/status.h"

namespace doorstep::sqlite {
namespace {

constexpr int kPagesAtOnce = 1024;

absl::Status copyPages(sqlite3* from, sqlite3* into) {
  sqlite3_backup* copy = sqlite3_backup_init(into, "main", from, "main");
  if (copy == nullptr) {
    return statusOf(into, sqlite3_errcode(into), "copying the database");
  }
  int result = SQLITE_OK;
  while (result == SQLITE_OK) {
    result = sqlite3_backup_step(copy, kPagesAtOnce);
  }
  const int finished = sqlite3_backup_finish(copy);
  return result == SQLITE_DONE && finished == SQLITE_OK ? absl::OkStatus()
                                                        : statusOf(into, result, "copying the database");
}

}  // namespace

absl::Status Database::copyTo(const std::string& path, const OpenOptions& options) {
  if (::access(path.c_str(), F_OK) == 0) {
    return absl::AlreadyExistsError("copying the database: the copy's place is taken");
  }
  absl::Status status;
  {
    absl::StatusOr<Database> copy = open(path, options);
    status = copy.status();
    if (status.ok()) {
      // Without a log of its own: everything is written once, and the copy is one file.
      status = copy->runScript("PRAGMA journal_mode=DELETE");
    }
    if (status.ok()) {
      status = copyPages(connection_->handle(), copy->connection_->handle());
    }
    if (status.ok()) {
      // The pages say that they come from a database with a log.
      status = copy->runScript("PRAGMA journal_mode=DELETE");
    }
  }
  if (!status.ok()) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
      ::unlink((path + ending).c_str());
    }
  }
  return status;
}

}  // namespace doorstep::sqlite
