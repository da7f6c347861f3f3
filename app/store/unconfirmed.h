#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/kind.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What the service gave us before it was restored from a backup, and has not given us again since. It can be read
// as before; a whole pull confirms it piece by piece, also when it is broken off and goes on, and what is left in
// the end is no longer there. Nothing of our own that the service has yet to take is ever in it. Callers hold the
// transaction.
class Unconfirmed {
 public:
  explicit Unconfirmed(sqlite::Database& database) : database_(database) {}

  struct Record {
    v1::RecordKind kind;
    std::string id;
  };

  // All records that it would send again, coverage rows, and all households held.
  absl::Status begin();
  absl::StatusOr<bool> any();
  absl::Status confirm(v1::RecordKind kind, const std::string& id);
  // Of an area's rows each month's is confirmed by itself: the lost history may have had months of its own.
  absl::Status confirmCoverage(const std::string& area_id, std::int64_t month);
  absl::Status confirmHousehold(const std::string& household);
  absl::StatusOr<std::vector<Record>> recordsOf(const std::string& household);
  absl::StatusOr<std::vector<Record>> records();
  absl::StatusOr<std::vector<std::string>> households();
  absl::Status removeCoverage();
  absl::Status clear();

 private:
  sqlite::Database& database_;
};

// Households that are here wholly, as the service that runs now gave them.
absl::StatusOr<std::vector<std::string>> confirmedHouseholds(sqlite::Database& database);

}  // namespace doorstep::store
