#pragma once

#include "absl/status/statusor.h"
#include "app/store/store.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// The one connection that writes, at this program's schema.
absl::StatusOr<sqlite::Database> openForWriting(const StoreFile& file);
// A connection that only reads.
absl::StatusOr<sqlite::Database> openForReading(const StoreFile& file);

}  // namespace doorstep::store
