#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/directory.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What this store is to the service: one row.
struct ReplicaRow {
  std::string id;
  std::uint64_t last_sequence = 0;  // of the last change made here
  std::string last_hash;            // of that change; chainStart() when there is none
  v1::Revision cursor;
  std::optional<std::int64_t> service_offset_ms;
  std::optional<std::int64_t> last_sync_ms;
  std::string district_id;
  v1::Worker worker;  // id, name and roles as enrolment and the last hello gave them
  std::string zone;
};

absl::StatusOr<ReplicaRow> loadReplica(sqlite::Database& database);
absl::Status saveReplica(sqlite::Database& database, const ReplicaRow& row);
// The first row of a new store: nobody has enrolled yet.
absl::Status ensureReplica(sqlite::Database& database, const std::string& new_id);

}  // namespace doorstep::store
