#pragma once

#include <span>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"

// What visitors reported about an elder's whereabouts and how a second person settles it (domain.md
// §5): the settlement is a confirmed span in the elder's statuses, nothing else. Pure.
namespace doorstep::care {

v1::CareStatus statusProposed(v1::StatusProposal proposal);  // UNSPECIFIED for NONE

// The open proposal of a visit that counts, for this elder or one merged into it; NONE when there is
// none. It is settled by a confirmed span from the visit's day or later, or by a confirmed one of the
// proposed status that holds on that day already: what was reported may have happened before.
v1::StatusProposal openProposal(const v1::Visit& visit, const v1::Elder& elder, std::span<const std::string> merged_ids,
                                absl::TimeZone zone);

// The elder after `confirmed_by` confirmed the proposal, effective from a day on. AWAY stays open:
// the rules let it expire.
v1::Elder confirmed(v1::Elder elder, v1::StatusProposal proposal, absl::CivilDay from_on,
                    const std::string& confirmed_by);

// The elder after `confirmed_by` rejected what a visit of this day reported: the status that held
// goes on, confirmed (an AWAY that has expired by then as AT_HOME).
v1::Elder rejected(v1::Elder elder, absl::CivilDay visited_on, const std::string& confirmed_by,
                   const v1::DistrictRules& rules);

}  // namespace doorstep::care
