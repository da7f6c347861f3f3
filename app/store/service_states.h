#pragma once

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/service_entry.pb.h"
#include "sync/care/service_entry_state.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// A service entry with what its events made of it.
struct FoldedEntry {
  v1::ServiceEntry entry;
  care::ServiceEntryStatus status;
};

// Nothing when this device does not hold the entry.
absl::StatusOr<std::optional<FoldedEntry>> readEntry(sqlite::Database& database, const std::string& entry_id);

// Writes how far the entry has come; takes it off when the device holds it no more.
absl::Status foldEntryRow(sqlite::Database& database, const std::string& entry_id);

}  // namespace doorstep::store
