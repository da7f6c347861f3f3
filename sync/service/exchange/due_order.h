#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// The households of those who are due soonest come first, so that a new device can be worked with
// before it has everything. Those where nobody is due follow, by id.
absl::StatusOr<std::vector<std::string>> soonestDueFirst(DistrictReader& ledger, const v1::DistrictRules& rules,
                                                         std::vector<std::string> households, absl::CivilDay today);

}  // namespace doorstep::service
