#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/people.h"
#include "sync/ctl/demo/places.h"

// Who works in the demonstration and who visits whom. One thread.
namespace doorstep::ctl::demo {

struct Team {
  std::vector<v1::WorkerRow> workers;      // district staff, supervisors, visitors
  std::vector<std::string> visitor_of;     // staff number by household; empty: nobody
  std::vector<std::string> supervisor_of;  // staff number by household
  std::vector<v1::AssignmentRow> assignments;
};

// 3 supervisors, each for some subdistricts, and 20 visitors, each for neighbouring communities with
// about as many elders as the others. One household in seventy has nobody.
Team teamFor(const std::vector<Community>& communities, const std::vector<Household>& households,
             const std::vector<v1::ElderRow>& elders, const std::string& district, outside::Random& random,
             MadeUpNumbers& numbers);

}  // namespace doorstep::ctl::demo
