#pragma once

#include <string_view>

#include "absl/status/status.h"

struct sqlite3;

namespace doorstep::sqlite {

// The one place where SQLite's result codes become ours (the table is in database.h). `doing` says
// what was tried, in words without data; `handle` may be null.
absl::Status statusOf(sqlite3* handle, int result, std::string_view doing);

// The same for errno.
absl::Status statusOfErrno(int error, std::string_view doing);

}  // namespace doorstep::sqlite
