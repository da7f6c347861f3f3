#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/service/commit_work.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// How far each replica's changes are in one copy of the ledger: by district, then by replica.
using BackupMarks = std::map<std::string, std::map<std::string, std::uint64_t>>;

// Of the view that is copied.
absl::StatusOr<BackupMarks> marksOf(Snapshot& snapshot);

// Once the copy has been handed over. What a device may let go is what this copy and the one before it
// hold: one that never reached a disk, or cannot be read when it is needed, costs nothing then.
absl::Status keepMarks(CommitWork& commit, const BackupMarks& marks);

}  // namespace doorstep::service
