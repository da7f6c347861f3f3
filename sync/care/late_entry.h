#pragma once

#include <optional>

#include "absl/time/time.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"

// How far back a visit may be entered: backdate_days by anybody, further by a supervisor or the
// district who says why. Corrections are entered like visits. Pure.
namespace doorstep::care {

// TOO_LATE of started_at with the days allowed, or nothing. `made_at` is when it was entered, by the
// device, not when it arrived: a tablet without a network is not late. `role` is the highest one of
// who entered it; days and rules are those of the district's zone on that day.
std::optional<v1::Problem> lateEntry(const v1::Visit& visit, absl::Time made_at, v1::Role role,
                                     const v1::DistrictRules& rules);

}  // namespace doorstep::care
