#pragma once

#include <string>

#include "absl/status/status.h"
#include "app/store/spelling.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What an elder is found by, and when they were last met: from the records as they stand.
absl::Status refreshElder(sqlite::Database& database, const Spelling& spelling, const std::string& elder_id);

}  // namespace doorstep::store
