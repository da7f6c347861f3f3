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

// A clock that stands more than this many days after the last evaluation is not believed at once: a wrong clock
// must not freeze months for ever. Half a year of standing still is believed.
inline constexpr int kBelievedDays = 200;
// Only a clock that has gone on from there for a week is believed nevertheless.
inline constexpr int kDoubtedDays = 7;

// Whether today is too far after the last evaluation to be believed; the ledger keeps since when. Until then
// nothing is evaluated in its light and nothing is frozen. False before the first evaluation.
absl::StatusOr<bool> doubtsClock(DistrictWork& work);

// At the end of a commit: when a new day has begun, the running month is due to be looked at again
// and a new month's facts are made; then everything touched is brought up to date.
absl::Status evaluate(DistrictWork& work);

}  // namespace doorstep::service
