#pragma once

#include <string>
#include <utility>
#include <vector>

#include "doorstep/v1/admin.pb.h"
#include "sync/outside/random.h"

// Where the made-up people of a real district live. One thread.
namespace doorstep::ctl::demo {

struct Community {
  std::string code;
  std::string name;
  std::string subdistrict;  // code
  bool village = false;     // addresses by group and number, not by building
  std::vector<v1::AreaRow> grids;
};

struct Household {
  std::string number;
  std::size_t community = 0;  // index of the list it was made for
  std::string grid;           // code
  std::string building;
  std::string unit;
  std::string dwelling;
  std::string address;
  std::size_t first_elder = 0;
  std::size_t elders = 1;  // 1 or 2
};

// The communities below a district in `areas`, by code, each with 2 to 4 grids of its own.
std::vector<Community> communitiesOf(const std::vector<v1::AreaRow>& areas, const std::string& district,
                                     outside::Random& random);

// Households for `elders` people, one in five a couple, over all communities; towns get half as
// many again as villages. No two share a door.
std::vector<Household> householdsFor(const std::vector<Community>& communities, std::size_t elders,
                                     outside::Random& random);

}  // namespace doorstep::ctl::demo
