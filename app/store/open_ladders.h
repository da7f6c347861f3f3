#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/care/ladder.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// A search with what its events made of it.
struct FoldedLadder {
  v1::Ladder ladder;
  care::LadderStatus status;
};

// Nothing when this device does not hold the ladder.
absl::StatusOr<std::optional<FoldedLadder>> readLadder(sqlite::Database& database, const std::string& ladder_id,
                                                       const v1::DistrictRules& rules);

// Writes whether the search is running and what comes next until when; takes it off when the device
// holds it no more.
absl::Status foldLadderRow(sqlite::Database& database, const std::string& ladder_id, const v1::DistrictRules& rules);

// The searches that are running for an elder, the one begun last first: two tablets may each have
// begun one.
absl::StatusOr<std::vector<v1::Ladder>> runningLaddersOf(sqlite::Database& database, const std::string& elder_id);

}  // namespace doorstep::store
