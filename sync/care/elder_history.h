#pragma once

#include <optional>
#include <set>
#include <string>

#include "absl/time/civil_time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"

// What held for an elder on a day, read from the dated spans of the record. Pure; any thread.
namespace doorstep::care {

// The rules that hold on a day: the last set from that day or before; the shipped defaults
// (domain.md §5, §6) when there is none.
v1::RuleSet rulesOn(const v1::DistrictRules& rules, absl::CivilDay day);
v1::RuleSet defaultRules();

v1::Tier tierOn(const v1::Elder& elder, absl::CivilDay day);            // TIER_C when none is recorded
std::set<v1::ElderKind> kindsOn(const v1::Elder& elder, absl::CivilDay day);
std::string householdOn(const v1::Elder& elder, absl::CivilDay day);    // empty before the first span

// The status in the light of the rules: AWAY that has expired is AT_HOME again, an institution
// planned for fewer days than short_institution_days is HOSPITALISED. AT_HOME when none is recorded.
v1::CareStatus statusOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);
// As statusOn, but whether a second person confirmed the span: only then a proxy contact counts.
bool confirmedAbsenceOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules);

bool isInCare(v1::CareStatus status);  // at home, away or in hospital

}  // namespace doorstep::care
