#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/target.pb.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Up to which day, and which one the kept sums have come to.
struct TargetDay {
  absl::CivilDay on;
  absl::CivilDay evaluated_on;
};

// What was done in a target's area and period, up to a day, and under its programme where it names one.
// A service that names no programme is its visit's.
absl::StatusOr<v1::Figures> sumsOfTarget(DistrictReader& ledger, const Directory& directory,
                                         const std::string& district_id, const v1::Target& target,
                                         const TargetDay& day);

}  // namespace doorstep::service
