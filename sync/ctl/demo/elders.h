#pragma once

#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/people.h"
#include "sync/ctl/demo/places.h"

// The made-up elders themselves: who they are, why and since when they are cared for. One thread.
namespace doorstep::ctl::demo {

// In the order of the households. All but tiers, statuses and contacts.
std::vector<v1::ElderRow> eldersOf(const std::vector<Community>& communities, const std::vector<Household>& households,
                                   const std::string& district, outside::Random& random, MadeUpNumbers& numbers);

// 6 % become tier A and 18 % tier B, those with the heaviest kinds first; the rest is C.
void giveTiers(std::vector<v1::ElderRow>& elders, outside::Random& random);

}  // namespace doorstep::ctl::demo
