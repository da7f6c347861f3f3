#pragma once

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/risk.pb.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// A flag with what its events made of it. Restricted ones are read the same way.
struct FoldedRisk {
  v1::RiskFlag flag;
  care::RiskStatus status;
  bool restricted = false;
};

// Nothing when this device does not hold the flag.
absl::StatusOr<std::optional<FoldedRisk>> readRisk(sqlite::Database& database, const std::string& flag_id);

// Writes whether the flag is open and how high it stands; takes it off when the device holds it no more.
absl::Status foldFlag(sqlite::Database& database, const std::string& flag_id);

}  // namespace doorstep::store
