#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What the district decided locally: its rules as pulled, else the shipped ones with the zone that
// the last hello named.
struct LocalRules {
  v1::DistrictRules rules;
  std::string zone_name;
  absl::TimeZone zone;
};

absl::StatusOr<LocalRules> localRules(sqlite::Database& database);

}  // namespace doorstep::store
