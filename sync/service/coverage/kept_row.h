#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What is kept of an area and month; zeros where nothing was ever counted, frozen with its month.
absl::StatusOr<RollupRow> keptRow(DistrictReader& ledger, const std::string& area_id, std::int64_t month);

}  // namespace doorstep::service
