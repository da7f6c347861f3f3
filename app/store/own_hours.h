#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// A worker's own hours at doors that have gone from this device stay as lines without the elder's identity
// (domain.md, "Consent and reach"): when, how long, how it went; no names, no notes, no signs, no findings. Elders are
// told apart by a hash of their id. Callers hold the transaction.

// Before the household's records go.
absl::Status keepOwnHours(sqlite::Database& database, const std::string& household);
// Of months from `first` to `last` (replication::digestMonth), without those whose records are here (again).
absl::StatusOr<std::vector<v1::Record>> ownHoursElsewhere(sqlite::Database& database, std::int64_t first,
                                                          std::int64_t last);

}  // namespace doorstep::store
