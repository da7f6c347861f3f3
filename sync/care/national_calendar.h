#pragma once

#include <optional>

#include "absl/time/civil_time.h"

// The national holidays of China and the weekend days worked in exchange (调休), as far as they are
// shipped. Internal to working_days.
namespace doorstep::care {

bool isShippedYear(absl::civil_year_t year);

// What the notices say about a day; nothing for a day they do not name.
std::optional<bool> isNationalWorkingDay(absl::CivilDay day);

}  // namespace doorstep::care
