#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/service/district_work.h"

// The day in whose light a district's running month is seen (domain.md §6: until the 16th, now stands
// in its place). It moves with the local day, through the clock that the service was given, and never
// back.
namespace doorstep::service {

// Nothing before the district has rules.
absl::StatusOr<std::optional<absl::CivilDay>> evaluatedOn(DistrictReader& ledger);

// At the end of a commit: when a new day has begun, the running month is due to be looked at again
// and a new month's facts are made; then everything touched is brought up to date.
absl::Status evaluate(DistrictWork& work);

}  // namespace doorstep::service
