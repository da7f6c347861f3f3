#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/simulation/virtual_disk.h"

namespace doorstep::simulation {

// The made-up district in which every world begins: two communities of three grids, 12 doors with 15
// elders, 16 people. Set up once a program by the service's own import; each world gets a copy of the disk.
//   desk: the district's staff · boss, chief: supervisors of one community each · v1 … v12: visitors
//   Doors 1–4 stand in grid 1, 5–8 in grid 2, 9–12 in grid 3 (the other community); every third has a couple.
//   v1 and v2 share doors 1–3, v1 has 4, v2 has 5, 6; v3 has 7, 8; v4 has 9, 10 and shares 11 with v5.
struct District {
  VirtualDisk::Image ledger;
  VirtualDisk::Image empty_store;
  std::string district_id;
  struct Person {
    std::string staff_number;
    std::string worker_id;
    std::vector<int> roles;
  };
  std::vector<Person> people;           // in the order in which worlds give them tablets
  std::vector<std::string> households;  // ids, of door 1 on
};

inline constexpr int kDoors = 12;
inline constexpr std::int64_t kFirstMorning = 1795136400;  // 2026-11-20, 09:00 in the district

// `folder` must exist; nothing of what the worlds hold is written there. Ends the program when it cannot be set up.
const District& district(const std::string& folder);

}  // namespace doorstep::simulation
