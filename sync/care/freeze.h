#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/rules.pb.h"

// When a month's figures are frozen (domain.md §6, freeze). Pure.
namespace doorstep::care {

// 00:00 in the district's zone on freeze_day of the following month, by the rules of the month's
// reference day. With freeze_waits_for_working_day, where that is no working day: 24:00 of the next
// one. Nothing for the month in which the district went live (PARTIAL) and those before it.
std::optional<absl::Time> freezeAt(absl::CivilMonth month, const v1::DistrictRules& rules);

}  // namespace doorstep::care
