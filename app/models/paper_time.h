#pragma once

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace doorstep::models {

// Where something of so many minutes is put whose day alone is known: at noon; today so that it is
// over by now, but never before the day began.
absl::Time startOnDay(absl::CivilDay day, int minutes, absl::Time now, absl::TimeZone zone);

}  // namespace doorstep::models
