#include "sync/ctl/demo/elders.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/notes.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr int kOldest = 1925;
constexpr int kYoungest = 1966;
constexpr int kAdvancedAge = 80;

struct Cohort {
  int first_year;
  int last_year;
  int weight;
};

constexpr auto kCohorts = std::to_array<Cohort>({{1962, 1966, 24},
                                                 {1957, 1961, 36},
                                                 {1952, 1956, 40},
                                                 {1947, 1951, 36},
                                                 {1942, 1946, 32},
                                                 {1937, 1941, 20},
                                                 {1932, 1936, 9},
                                                 {1925, 1931, 3}});

int birthYear(outside::Random& random) {
  std::array<int, kCohorts.size()> weights = {};
  for (std::size_t index = 0; index < kCohorts.size(); ++index) {
    weights[index] = kCohorts[index].weight;
  }
  const Cohort& cohort = kCohorts[weighted(random, weights)];
  return between(random, cohort.first_year, cohort.last_year);
}

// What is so, in the order in which a roster names it; whoever has none of the kinds that count is
// listed for living alone or as a couple without children at home.
void giveKinds(v1::ElderRow& elder, const Household& household, bool village, outside::Random& random) {
  const int age = kDemoYear - elder.birth_year();
  const bool couple = household.elders == 2;
  const auto add = [&](v1::ElderKind kind, std::uint64_t percent) {
    if (chance(random, percent)) {
      elder.add_kinds(kind);
    }
  };
  add(v1::ELDER_KIND_LIVING_ALONE, couple ? 0 : 45);
  add(v1::ELDER_KIND_EMPTY_NEST, couple ? 70 : 6);
  add(v1::ELDER_KIND_LEFT_BEHIND, village ? 28 : 2);
  add(v1::ELDER_KIND_EXTREME_HARDSHIP, couple ? 2 : 6);
  add(v1::ELDER_KIND_ADVANCED_AGE, age >= kAdvancedAge ? 100 : 0);
  add(v1::ELDER_KIND_FUNCTIONAL_LOSS, age >= kAdvancedAge ? 15 : 5);
  add(v1::ELDER_KIND_SEVERE_DISABILITY, 5);
  add(v1::ELDER_KIND_FAMILY_PLANNING_SPECIAL, age < 75 ? 3 : 1);
  if (elder.kinds().empty()) {
    elder.add_kinds(couple ? v1::ELDER_KIND_EMPTY_NEST : v1::ELDER_KIND_LIVING_ALONE);
  }
  add(v1::ELDER_KIND_DEMENTIA, age >= 75 ? 4 : 0);
  add(v1::ELDER_KIND_SUBSISTENCE_ALLOWANCE, 8);
}

v1::Date careFrom(outside::Random& random) {
  const std::uint64_t when = random.below(1000);
  if (when < 12) {  // new this month
    return care::toDate(absl::CivilDay(kDemoYear, 11, between(random, 2, 18)));
  }
  if (when < 40) {
    return care::toDate(absl::CivilDay(kDemoYear, 10, between(random, 9, 28)));
  }
  const absl::CivilMonth month = absl::CivilMonth(2025, 3) + between(random, 0, 18);
  return care::toDate(absl::CivilDay(month) + between(random, 0, 27));
}

void giveAddress(v1::ElderRow& elder, const Household& household) {
  elder.set_household_number(household.number);
  elder.set_area_code(household.grid);
  elder.set_building(household.building);
  elder.set_unit(household.unit);
  elder.set_dwelling(household.dwelling);
  elder.set_address(household.address);
}

int heaviness(const v1::ElderRow& elder) {
  int points = 0;
  for (const int kind : elder.kinds()) {
    switch (kind) {
      case v1::ELDER_KIND_FUNCTIONAL_LOSS:
      case v1::ELDER_KIND_DEMENTIA:
        points += 30;
        break;
      case v1::ELDER_KIND_SEVERE_DISABILITY:
        points += 20;
        break;
      case v1::ELDER_KIND_EMPTY_NEST:
      case v1::ELDER_KIND_LEFT_BEHIND:
      case v1::ELDER_KIND_SUBSISTENCE_ALLOWANCE:
        points += 5;
        break;
      default:
        points += 10;
    }
  }
  return points;
}

}  // namespace

std::vector<v1::ElderRow> eldersOf(const std::vector<Community>& communities, const std::vector<Household>& households,
                                   const std::string& district, outside::Random& random, MadeUpNumbers& numbers) {
  std::vector<v1::ElderRow> elders;
  for (const Household& household : households) {
    v1::Gender gender = chance(random, 58) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
    int year = birthYear(random);
    for (std::size_t index = 0; index < household.elders; ++index) {
      v1::ElderRow& elder = elders.emplace_back();
      elder.set_file_number(absl::StrFormat("FM%05d", elders.size()));
      elder.set_gender(gender);
      elder.set_birth_year(year);
      const std::string family = surname(random);
      elder.set_name(family + givenName(random, gender, year));
      elder.set_id_number(numbers.idNumber(district, gender, year));
      giveAddress(elder, household);
      giveKinds(elder, household, communities[household.community].village, random);
      *elder.mutable_care_from_on() = careFrom(random);
      elder.set_phone(chance(random, 88) ? numbers.phone() : "");
      giveNotes(elder, random);
      giveFamily(elder, family, random, numbers);
      gender = gender == v1::GENDER_FEMALE ? v1::GENDER_MALE : v1::GENDER_FEMALE;
      year = std::clamp(year + between(random, -5, 5), kOldest, kYoungest);
    }
  }
  return elders;
}

void giveTiers(std::vector<v1::ElderRow>& elders, outside::Random& random) {
  struct Place {
    int points;
    std::size_t index;
  };
  std::vector<Place> order;
  for (std::size_t index = 0; index < elders.size(); ++index) {
    order.push_back({heaviness(elders[index]) + between(random, 0, 14), index});
  }
  std::sort(order.begin(), order.end(), [](const Place& left, const Place& right) {
    return left.points != right.points ? left.points > right.points : left.index < right.index;
  });
  const std::size_t first_b = elders.size() * 6 / 100;
  const std::size_t first_c = elders.size() * 24 / 100;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    elders[order[rank].index].set_tier(rank < first_b ? v1::TIER_A : rank < first_c ? v1::TIER_B : v1::TIER_C);
  }
}

}  // namespace doorstep::ctl::demo
