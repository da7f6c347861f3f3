#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"

// One elder in one month (domain.md §6): the only place where the figures' rules about people are
// written. The service keeps its result, a tablet computes its own. Pure.
namespace doorstep::care {

struct ElderMonthInputs {
  const v1::Elder& elder;  // one that is not merged into another
  // Visits with a contact with this elder or with one merged into it, without those corrected or
  // voided, in any order. At least those that start in the month or up to seven days before it (a
  // week may begin there); what starts elsewhere is ignored where it does not belong.
  std::span<const v1::Visit* const> visits;
  // Ids of the elders merged into this one; their contacts are this one's.
  std::span<const std::string> merged_ids;
  std::span<const v1::Visit* const> earlier_visits;  // for last_contact_on and due slots; none of `visits`
  AreaOfHousehold area_of;                           // the household's area id
  std::function<bool(absl::CivilDay)> assigned_on;   // somebody is assigned that day
  const v1::DistrictRules& rules;
  absl::CivilMonth month;
  // Before the 16th, today stands in its place and the month is provisional. Slots count once they
  // have begun, so a running month's fact may change with every new day.
  absl::CivilDay today;
  RelationOfContact relation_of = nullptr;  // absent: whoever vouches is taken to be on file
};

// Before the month in which the district went live nobody is in the denominator and nothing is due.
v1::ElderMonth elderMonth(const ElderMonthInputs& inputs);

// Of visits that correct one another the last by service order counts; a voided one counts not at
// all. Takes them in service order, gives those that count.
std::vector<const v1::Visit*> visitsThatCount(std::span<const v1::Visit* const> in_service_order);

}  // namespace doorstep::care
