#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/record_table.h"
#include "doorstep/v1/change.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Own edits and decisions that the service's version of a record does not show yet (architecture decision 3:
// tablets only rebase). One is over when the service's version is at least as new as its
// receipt, or when the service put it aside. Callers hold the transaction.
class PendingPatches {
 public:
  explicit PendingPatches(sqlite::Database& database) : database_(database) {}

  // `record.base`, or its content when there is none, is the service's version at `record.revision`:
  // closes the patches that are over and lays the others on top of it again. The other value of a conflict that was
  // taken here lies on top of its record for as long as the decision on the conflict itself is not over.
  absl::Status rebase(StoredRecord& record);

 private:
  struct Open {
    std::int64_t place;  // in the order in which they were made
    std::string change_id;
    v1::Change change;
    bool over = false;
  };
  absl::StatusOr<std::vector<Open>> openPatches(const StoredRecord& record);
  absl::StatusOr<std::vector<Open>> takenValues(const StoredRecord& record);

  sqlite::Database& database_;
};

}  // namespace doorstep::store
