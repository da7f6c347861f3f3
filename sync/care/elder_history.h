#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>

#include "absl/time/civil_time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"

// What held for an elder on a day, read from the dated spans of the record. Pure; any thread.
namespace doorstep::care {

// The rules that hold on a day: the last set from that day or before; the shipped defaults
// (domain.md §5, §6) when there is none. A number left at 0 or an empty list is the default's.
v1::RuleSet rulesOn(const v1::DistrictRules& rules, absl::CivilDay day);
v1::RuleSet defaultRules();

v1::Tier tierOn(const v1::Elder& elder, absl::CivilDay day);  // TIER_C when none is recorded
std::set<v1::ElderKind> kindsOn(const v1::Elder& elder, absl::CivilDay day);
bool hasPriorityKind(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);
std::string householdOn(const v1::Elder& elder, absl::CivilDay day);  // empty before the first span

// The area id of a household id; empty when unknown.
using AreaOfHousehold = std::function<std::string(const std::string& household_id)>;
// The elder's area on a day; before the first residence that of the first one, so that nobody
// falls out of every area.
std::string areaOn(const v1::Elder& elder, absl::CivilDay day, const AreaOfHousehold& area_of);

// Assignments are whole days, the last one included.
bool holdsOn(const v1::Assignment& assignment, absl::CivilDay day);

// The span as recorded, that holds on a day; nullptr when none does.
const v1::StatusSpan* statusSpanOn(const v1::Elder& elder, absl::CivilDay day);
// The status in the light of the rules: AWAY that has expired is AT_HOME again; an institution is
// HOSPITALISED when the stay lasted fewer days than short_institution_days or, while it lasts, is
// planned for fewer. AT_HOME when none is recorded.
v1::CareStatus statusOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);
// Away or in hospital as statusOn says, in a span that a second person confirmed: only then a
// proxy contact counts.
bool confirmedAbsenceOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);

bool isInCare(v1::CareStatus status);                                                 // at home, away or in hospital
bool inCareOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);  // and care has begun

// The first day from `first` to `last`, both included, on which the elder is in care or is not.
std::optional<absl::CivilDay> firstDayInCare(const v1::Elder& elder, absl::CivilDay first, absl::CivilDay last,
                                             const v1::RuleSet& rules);
std::optional<absl::CivilDay> firstDayOutOfCare(const v1::Elder& elder, absl::CivilDay first, absl::CivilDay last,
                                                const v1::RuleSet& rules);

}  // namespace doorstep::care
