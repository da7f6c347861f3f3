#pragma once

#include <string>

#include "absl/status/status.h"
#include "app/store/spelling.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What an elder is found by: name, spellings, file number and door as the records stand.
absl::Status refreshSearch(sqlite::Database& database, Spelling& spelling, const std::string& elder_id);
// When an elder was last met and last tried, from the contacts as judged.
absl::Status refreshLastContact(sqlite::Database& database, const std::string& elder_id);

}  // namespace doorstep::store
