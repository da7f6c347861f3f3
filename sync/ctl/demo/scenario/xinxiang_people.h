#pragma once

#include <string>
#include <utility>
#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/places.h"
#include "sync/outside/random.h"

// Who is visited and served in the scenario of 新乡市, and by whom. Pure.
namespace doorstep::ctl::demo {

struct XinxiangPeople {
  std::vector<Community> towns;  // streets and towns; each its own only grid
  std::vector<Household> households;
  std::vector<v1::ElderRow> elders;  // in the order of the households
  std::vector<v1::WorkerRow> workers;
  std::vector<std::string> visitor_of;  // staff number by household
  // Whom the agency serves: index of the elder and the social worker's staff number, by staff number.
  std::vector<std::pair<std::size_t, std::string>> served;
};

inline constexpr std::size_t kXinxiangElders = 3600;
inline constexpr std::size_t kXinxiangServed = 512;

// Province, city, counties, streets and towns, each under the kind of the place it takes in the service.
std::vector<v1::AreaRow> areasOfXinxiang(const std::vector<v1::AreaRow>& areas);

XinxiangPeople peopleOfXinxiang(const std::vector<v1::AreaRow>& areas, outside::Random& random);

std::vector<v1::AssignmentRow> assignmentsOf(const XinxiangPeople& people);

}  // namespace doorstep::ctl::demo
