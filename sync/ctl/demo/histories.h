#pragma once

#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/places.h"
#include "sync/ctl/demo/teams.h"

// What happened in October and until 19 November 2026, the day before the demonstration. One thread.
namespace doorstep::ctl::demo {

// A few are in hospital or away; a few left care this month.
void giveStatuses(std::vector<v1::ElderRow>& elders, outside::Random& random);

// Contacts by tier, so that about seven in ten were reached this month; each visitor has a pace of
// their own. Nothing before care_from_on, nothing after leaving care.
void giveContacts(std::vector<v1::ElderRow>& elders, const std::vector<Household>& households, const Team& team,
                  outside::Random& random);

}  // namespace doorstep::ctl::demo
