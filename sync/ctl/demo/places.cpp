#include "sync/ctl/demo/places.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::size_t kTownWeight = 3;
constexpr std::size_t kVillageWeight = 2;

const char* const kOrdinals[] = {"一", "二", "三", "四"};

std::vector<v1::AreaRow> gridsOf(const v1::AreaRow& community, outside::Random& random) {
  std::vector<v1::AreaRow> grids;
  const int count = between(random, 2, 4);
  for (int index = 1; index <= count; ++index) {
    v1::AreaRow& grid = grids.emplace_back();
    grid.set_code(absl::StrFormat("%s%02d", community.code(), index));
    grid.set_parent_code(community.code());
    grid.set_kind("grid");
    grid.set_name(absl::StrCat("第", kOrdinals[index - 1], "网格"));
  }
  return grids;
}

// How many elders each community has: by weight, the rest to the first ones.
std::vector<std::size_t> shares(const std::vector<Community>& communities, std::size_t elders) {
  std::size_t total = 0;
  for (const Community& community : communities) {
    total += community.village ? kVillageWeight : kTownWeight;
  }
  std::vector<std::size_t> counts;
  std::size_t given = 0;
  for (const Community& community : communities) {
    counts.push_back(elders * (community.village ? kVillageWeight : kTownWeight) / total);
    given += counts.back();
  }
  for (std::size_t index = 0; given < elders; index = (index + 1) % counts.size(), ++given) {
    ++counts[index];
  }
  return counts;
}

class Doors {
 public:
  explicit Doors(outside::Random& random) : random_(random) {}

  void place(const Community& community, Household& household) {
    const auto& grid = oneOf(random_, community.grids);
    household.grid = grid.code();
    do {
      community.village ? placeInVillage(household) : placeInTown(household);
    } while (!taken_
                  .insert(absl::StrCat(household.grid, "/", household.building, "/", household.unit, "/",
                                       household.dwelling, "/", household.address))
                  .second);
  }

 private:
  void placeInVillage(Household& household) {
    const char* const group = kOrdinals[random_.below(4)];
    household.address = absl::StrCat(group, "社", between(random_, 1, 60), "号");
  }

  void placeInTown(Household& household) {
    household.building = absl::StrCat(between(random_, 1, 12), "号楼");
    household.unit = absl::StrCat(between(random_, 1, 5), "单元");
    const int floor = between(random_, 1, 7);
    household.dwelling = absl::StrFormat("%d%02d", floor, between(random_, 1, 3));
  }

  outside::Random& random_;
  std::set<std::string> taken_;
};

}  // namespace

std::vector<Community> communitiesOf(const std::vector<v1::AreaRow>& areas, const std::string& district,
                                     outside::Random& random) {
  std::map<std::string, const v1::AreaRow*> communities;
  for (const v1::AreaRow& area : areas) {
    if (area.kind() == "community" && area.parent_code().starts_with(district)) {
      communities[area.code()] = &area;
    }
  }
  std::vector<Community> list;
  for (const auto& [code, area] : communities) {
    list.push_back({code, area->name(), area->parent_code(), area->name().ends_with("村"), gridsOf(*area, random)});
  }
  return list;
}

std::vector<Household> householdsFor(const std::vector<Community>& communities, std::size_t elders,
                                     outside::Random& random) {
  std::vector<Household> households;
  Doors doors(random);
  const std::vector<std::size_t> counts = shares(communities, elders);
  std::size_t next_elder = 0;
  for (std::size_t index = 0; index < communities.size(); ++index) {
    for (std::size_t left = counts[index]; left > 0;) {
      Household household;
      household.number = absl::StrFormat("H%05d", households.size() + 1);
      household.community = index;
      household.first_elder = next_elder;
      household.elders = left >= 2 && chance(random, 20) ? 2 : 1;
      doors.place(communities[index], household);
      left -= household.elders;
      next_elder += household.elders;
      households.push_back(std::move(household));
    }
  }
  return households;
}

}  // namespace doorstep::ctl::demo
