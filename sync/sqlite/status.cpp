#include "sync/sqlite/status.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "absl/strings/str_cat.h"

namespace doorstep::sqlite {
namespace {

bool isDiskFull(int error) {
  return error == ENOSPC || error == EDQUOT;
}

// Growing the shared-memory file on a full disk is reported as plain input/output error.
bool hitFullDisk(sqlite3* handle, int result) {
  return (result & 0xFF) == SQLITE_IOERR && handle != nullptr && isDiskFull(sqlite3_system_errno(handle));
}

absl::StatusCode codeOfConstraint(int result) {
  return result == SQLITE_CONSTRAINT_UNIQUE || result == SQLITE_CONSTRAINT_PRIMARYKEY ||
                 result == SQLITE_CONSTRAINT_ROWID
             ? absl::StatusCode::kAlreadyExists
             : absl::StatusCode::kInvalidArgument;
}

absl::StatusCode codeOf(int result) {
  if (result == SQLITE_BUSY_SNAPSHOT) {
    return absl::StatusCode::kAborted;
  }
  if (result == SQLITE_IOERR_NOMEM) {
    return absl::StatusCode::kResourceExhausted;
  }
  if (result == SQLITE_IOERR_CORRUPTFS || result == SQLITE_IOERR_DATA) {
    return absl::StatusCode::kDataLoss;
  }
  switch (result & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return absl::StatusCode::kDataLoss;
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return absl::StatusCode::kResourceExhausted;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::StatusCode::kUnavailable;
    case SQLITE_AUTH:
    case SQLITE_PERM:
      return absl::StatusCode::kPermissionDenied;
    case SQLITE_READONLY:
      return absl::StatusCode::kFailedPrecondition;
    case SQLITE_CONSTRAINT:
      return codeOfConstraint(result);
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return absl::StatusCode::kInvalidArgument;
    case SQLITE_INTERRUPT:
      return absl::StatusCode::kCancelled;
    default:
      return absl::StatusCode::kInternal;
  }
}

}  // namespace

absl::Status statusOf(sqlite3* handle, int result, std::string_view doing) {
  const absl::StatusCode code = hitFullDisk(handle, result) ? absl::StatusCode::kResourceExhausted : codeOf(result);
  const char* reason = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
  return {code, absl::StrCat(std::string(doing), ": ", reason, " (SQLite ", result, ")")};
}

absl::Status statusOfErrno(int error, std::string_view doing) {
  const absl::StatusCode code =
      isDiskFull(error) ? absl::StatusCode::kResourceExhausted : absl::ErrnoToStatusCode(error);
  return {code, absl::StrCat(std::string(doing), ": ", std::strerror(error))};
}

}  // namespace doorstep::sqlite
