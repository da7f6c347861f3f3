#include "sync/ctl/demo/scenario/xinxiang_people.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/notes.h"
#include "sync/ctl/demo/people.h"
#include "sync/ctl/demo/scenario/xinxiang_plan.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr absl::CivilDay kAssignedFrom(2023, 12, 1);
constexpr std::size_t kEldersOfVisitor = 200;
constexpr std::size_t kSocialWorkers = 15;
constexpr int kOldest = 1926;
constexpr int kYoungest = 1943;  // 80 in the year before

std::vector<Community> townsOf(const std::vector<v1::AreaRow>& areas) {
  std::vector<Community> towns;
  for (const v1::AreaRow& area : areas) {
    if (area.kind() == "community") {
      const bool village = !area.name().ends_with("街道");
      towns.push_back({area.code(), area.name(), area.parent_code(), village, {area}});
    }
  }
  return towns;
}

void giveKinds(v1::ElderRow& elder, const Household& household, bool village, outside::Random& random) {
  elder.add_kinds(v1::ELDER_KIND_ADVANCED_AGE);
  if (household.elders == 2) {
    elder.add_kinds(v1::ELDER_KIND_EMPTY_NEST);
  } else if (chance(random, 35)) {
    elder.add_kinds(village && chance(random, 50) ? v1::ELDER_KIND_LEFT_BEHIND : v1::ELDER_KIND_LIVING_ALONE);
  }
}

void giveHome(v1::ElderRow& elder, const Household& household) {
  elder.set_household_number("XX" + household.number);
  elder.set_area_code(household.grid);
  elder.set_building(household.building);
  elder.set_unit(household.unit);
  elder.set_dwelling(household.dwelling);
  elder.set_address(household.address);
}

std::vector<v1::ElderRow> eldersOfAdvancedAge(const XinxiangPeople& people, outside::Random& random,
                                              MadeUpNumbers& numbers) {
  std::vector<v1::ElderRow> elders;
  for (const Household& household : people.households) {
    const Community& town = people.towns[household.community];
    v1::Gender gender = chance(random, 60) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
    int year = between(random, kOldest, kYoungest);
    for (std::size_t index = 0; index < household.elders; ++index) {
      v1::ElderRow& elder = elders.emplace_back();
      elder.set_file_number(absl::StrFormat("XX%05d", elders.size()));
      elder.set_gender(gender);
      elder.set_birth_year(year);
      const std::string family = surname(random);
      elder.set_name(family + givenName(random, gender, year));
      elder.set_id_number(numbers.idNumber(town.subdistrict, gender, year));
      giveHome(elder, household);
      giveKinds(elder, household, town.village, random);
      elder.set_tier(v1::TIER_C);
      *elder.mutable_care_from_on() = care::toDate(absl::CivilDay(2022, 1, 1) + between(random, 0, 690));
      elder.set_phone(chance(random, 80) ? numbers.phone() : "");
      giveFamily(elder, family, random, numbers);
      gender = gender == v1::GENDER_FEMALE ? v1::GENDER_MALE : v1::GENDER_FEMALE;
      year = std::clamp(year + between(random, -4, 4), kOldest, kYoungest);
    }
  }
  return elders;
}

v1::WorkerRow worker(const std::string& staff_number, v1::Role role, const std::string& area, outside::Random& random,
                     MadeUpNumbers& numbers) {
  const v1::Gender gender = chance(random, 65) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
  const std::string family = surname(random);
  v1::WorkerRow row;
  row.set_staff_number(staff_number);
  row.set_name(family + givenName(random, gender, between(random, 1965, 1998)));
  row.add_roles(role);
  row.add_area_codes(area);
  row.set_phone(numbers.phone());
  return row;
}

// Of each county as many visitors as its elders need; neighbouring households go to the same one.
void giveVisitors(XinxiangPeople& people, outside::Random& random, MadeUpNumbers& numbers) {
  std::map<std::string, std::size_t> elders_of;
  for (const Household& household : people.households) {
    elders_of[people.towns[household.community].subdistrict] += household.elders;
  }
  std::map<std::string, std::vector<std::string>> visitors_of;
  std::size_t made = 0;
  for (const auto& [county, elders] : elders_of) {
    for (std::size_t index = 0; index < (elders + kEldersOfVisitor - 1) / kEldersOfVisitor; ++index) {
      visitors_of[county].push_back(absl::StrFormat("XXV%02d", ++made));
      people.workers.push_back(worker(visitors_of[county].back(), v1::ROLE_VISITOR, county, random, numbers));
      people.workers.back().set_occupation(index % 2 == 0 ? v1::OCCUPATION_GRID_WORKER : v1::OCCUPATION_VOLUNTEER);
    }
  }
  std::map<std::string, std::size_t> passed;
  for (const Household& household : people.households) {
    const std::string& county = people.towns[household.community].subdistrict;
    const std::vector<std::string>& visitors = visitors_of[county];
    people.visitor_of.push_back(visitors[passed[county] * visitors.size() / elders_of[county]]);
    passed[county] += household.elders;
  }
}

// The agency serves those in difficulty, wherever they live; its social workers share them in order.
void giveSocialWorkers(XinxiangPeople& people, outside::Random& random, MadeUpNumbers& numbers) {
  std::vector<std::size_t> order(people.elders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t index = 0; index < kXinxiangServed; ++index) {
    std::swap(order[index], order[index + random.below(order.size() - index)]);
  }
  order.resize(kXinxiangServed);
  std::sort(order.begin(), order.end());
  for (std::size_t index = 0; index < kSocialWorkers; ++index) {
    people.workers.push_back(
        worker(absl::StrFormat("XXA%02d", index + 1), v1::ROLE_VISITOR, kXinxiang, random, numbers));
    people.workers.back().set_occupation(v1::OCCUPATION_SOCIAL_WORKER);
  }
  for (std::size_t index = 0; index < order.size(); ++index) {
    people.elders[order[index]].add_kinds(index % 3 == 0   ? v1::ELDER_KIND_EXTREME_HARDSHIP
                                          : index % 3 == 1 ? v1::ELDER_KIND_FUNCTIONAL_LOSS
                                                           : v1::ELDER_KIND_SEVERE_DISABILITY);
    people.served.emplace_back(order[index], absl::StrFormat("XXA%02d", index * kSocialWorkers / order.size() + 1));
  }
}

v1::AssignmentRow assignment(const std::string& household_number, const std::string& staff_number) {
  v1::AssignmentRow row;
  row.set_staff_number(staff_number);
  row.set_household_number(household_number);
  *row.mutable_from_on() = care::toDate(kAssignedFrom);
  return row;
}

}  // namespace

std::vector<v1::AreaRow> areasOfXinxiang(const std::vector<v1::AreaRow>& areas) {
  const std::map<std::string, std::string> place_of = {
      {"province", "province"}, {"city", "district"}, {"district", "subdistrict"}, {"subdistrict", "community"}};
  const std::string province = std::string(kXinxiang).substr(0, 2);
  std::vector<v1::AreaRow> taken;
  for (const v1::AreaRow& area : areas) {
    const auto place = place_of.find(area.kind());
    if (place != place_of.end() && (area.code() == province || area.code().starts_with(kXinxiang))) {
      taken.push_back(area);
      taken.back().set_kind(place->second);
    }
  }
  return taken;
}

XinxiangPeople peopleOfXinxiang(const std::vector<v1::AreaRow>& areas, outside::Random& random) {
  MadeUpNumbers numbers(random);
  XinxiangPeople people;
  people.towns = townsOf(areas);
  people.households = householdsFor(people.towns, kXinxiangElders, random);
  people.elders = eldersOfAdvancedAge(people, random, numbers);
  people.workers.push_back(worker(kXinxiangSupervisor, v1::ROLE_SUPERVISOR, kXinxiang, random, numbers));
  giveVisitors(people, random, numbers);
  giveSocialWorkers(people, random, numbers);
  return people;
}

std::vector<v1::AssignmentRow> assignmentsOf(const XinxiangPeople& people) {
  std::vector<v1::AssignmentRow> rows;
  for (std::size_t index = 0; index < people.households.size(); ++index) {
    rows.push_back(assignment("XX" + people.households[index].number, people.visitor_of[index]));
  }
  std::string last;  // a couple may be served together
  for (const auto& [elder, staff_number] : people.served) {
    const std::string& household = people.elders[elder].household_number();
    if (household != last) {
      rows.push_back(assignment(household, staff_number));
    }
    last = household;
  }
  return rows;
}

}  // namespace doorstep::ctl::demo
