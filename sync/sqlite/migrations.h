#pragma once

#include <cstdint>
#include <string_view>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "sync/sqlite/database.h"

namespace doorstep::sqlite {

// One step from version - 1 to version. A released step is never changed.
struct Migration {
  std::int64_t version = 0;
  std::string_view script;
  // What SQL alone cannot do; runs after the script, in the same transaction.
  absl::Status (*afterwards)(Database& database) = nullptr;
};

// Brings the file (PRAGMA user_version) up to the last step. Each step is one transaction with its
// version, so that a program killed between or within steps goes on where it was. Steps must be
// numbered 1, 2, …; a file from a newer program is FAILED_PRECONDITION and stays untouched.
absl::Status migrate(Database& database, absl::Span<const Migration> steps);

}  // namespace doorstep::sqlite
