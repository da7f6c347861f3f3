#pragma once

#include <cstdint>
#include <span>

#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/target.pb.h"
#include "sync/care/area_tree.h"

// How far a target is and how much of its time has passed (domain.md §6, target_progress): the two are
// always shown side by side. Pure.
namespace doorstep::care {

// Of the period, days inclusive, half up: 0 before it, 1000 on its last day and after.
std::uint32_t elapsedPerMille(const v1::Target& target, absl::CivilDay on);

// MEAL_POINTS: facilities of that kind in the target's area and below, verified on site and not closed
// by `on`; what comes after the period's end does not count.
std::int64_t verifiedFacilities(const v1::Target& target, std::span<const v1::Facility* const> facilities,
                                const AreaTree& areas, absl::CivilDay on);

// PERSON_TIMES (of all modes) and SERVICE_MINUTES (delivered, certified and provisional) in the sums of
// the target's area, period and programme, which the caller has. 0 for an indicator not taken from figures.
std::int64_t reachedIn(const v1::Figures& figures, v1::Indicator indicator);

}  // namespace doorstep::care
