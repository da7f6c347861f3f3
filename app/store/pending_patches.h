#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/record_table.h"
#include "doorstep/v1/change.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Own edits that the service's version of a record does not show yet (architecture decision 3:
// tablets only rebase). A patch is over when the service's version is at least as new as its
// receipt, or when the service put it aside. Callers hold the transaction.
class PendingPatches {
 public:
  explicit PendingPatches(sqlite::Database& database) : database_(database) {}

  // `record.base`, or its content when there is none, is the service's version at `record.revision`:
  // closes the patches that are over and lays the others on top of it again.
  absl::Status rebase(StoredRecord& record);

 private:
  struct Patch {
    std::string change;
    v1::Patch patch;
    bool over = false;
  };
  absl::StatusOr<std::vector<Patch>> openPatches(const StoredRecord& record);

  sqlite::Database& database_;
};

}  // namespace doorstep::store
