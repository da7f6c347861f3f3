#pragma once

#include "absl/status/status.h"
#include "sync/sqlite/database.h"

namespace doorstep::service {

// Counts what the records of districts from before digests were kept add up to; else does nothing. Reads each
// record's row once.
absl::Status countDigests(sqlite::Database& ledger);

}  // namespace doorstep::service
