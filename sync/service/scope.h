#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"
#include "sync/service/rights.h"

namespace doorstep::service {

// Which households somebody's rights reach. One view of one district; one thread.
class ScopeView {
 public:
  ScopeView(DistrictReader& ledger, const Directory& directory) : ledger_(ledger), directory_(directory) {}

  // The directory is within every scope. A late record is judged by the day it speaks of: a visit
  // belongs to whoever was assigned then.
  absl::StatusOr<bool> reaches(const Caller& caller, Scope scope, const std::string& household_id, absl::CivilDay day);
  // The same for a household that stands in this area.
  bool reachesArea(const Caller& caller, Scope scope, const std::string& area_id) const;

  // All households whose records the caller receives today, each with the scopes that reach it.
  using Households = std::map<std::string, std::set<Scope>>;
  absl::StatusOr<Households> households(const Caller& caller, absl::CivilDay today);
  // The areas at the top of what a scope reaches: the caller's own, or the district.
  std::vector<std::string> tops(const Caller& caller, Scope scope) const;
  // Empty when there is no such household.
  absl::StatusOr<std::string> areaOf(const std::string& household_id);

 private:
  absl::StatusOr<bool> isAssigned(const std::string& worker_id, const std::string& household_id, absl::CivilDay day);
  absl::StatusOr<std::vector<std::string>> assignedHouseholds(const std::string& worker_id, absl::CivilDay day);

  DistrictReader& ledger_;
  const Directory& directory_;
};

}  // namespace doorstep::service
