#include "sync/ctl/demo/teams.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::array<std::size_t, 3> kVisitorsOfSupervisor = {7, 7, 6};
constexpr std::size_t kVisitors = 20;
constexpr absl::CivilDay kAssignedFrom(2026, 9, 1);

v1::WorkerRow worker(const std::string& staff_number, v1::Role role, outside::Random& random, MadeUpNumbers& numbers) {
  const v1::Gender gender = chance(random, 65) ? v1::GENDER_FEMALE : v1::GENDER_MALE;
  const std::string family = surname(random);
  v1::WorkerRow row;
  row.set_staff_number(staff_number);
  row.set_name(family + givenName(random, gender, between(random, 1965, 1998)));
  row.add_roles(role);
  row.set_phone(numbers.phone());
  return row;
}

std::string supervisorNumber(std::size_t supervisor) {
  return absl::StrFormat("S%03d", supervisor + 1);
}
std::string visitorNumber(std::size_t visitor) {
  return absl::StrFormat("V%03d", visitor + 1);
}

// The supervisor of each subdistrict: subdistricts in order, filled up to each supervisor's share.
struct Subdistrict {
  std::string code;
  std::size_t elders = 0;
  std::size_t supervisor = 0;
};

std::vector<Subdistrict> subdistrictsOf(const std::vector<Community>& communities,
                                        const std::vector<Household>& households) {
  std::vector<Subdistrict> list;
  for (const Household& household : households) {
    const std::string& code = communities[household.community].subdistrict;
    if (list.empty() || list.back().code != code) {
      list.push_back({code});
    }
    list.back().elders += household.elders;
  }
  return list;
}

void giveSupervisors(std::vector<Subdistrict>& subdistricts, std::size_t elders) {
  std::size_t supervisor = 0;
  std::size_t passed = 0;
  std::size_t visitors = kVisitorsOfSupervisor[0];
  for (Subdistrict& subdistrict : subdistricts) {
    const bool beyond = (passed + subdistrict.elders / 2) * kVisitors > elders * visitors;
    if (beyond && supervisor + 1 < kVisitorsOfSupervisor.size()) {
      visitors += kVisitorsOfSupervisor[++supervisor];
    }
    subdistrict.supervisor = supervisor;
    passed += subdistrict.elders;
  }
}

std::size_t supervisorOf(const std::vector<Subdistrict>& subdistricts, const std::string& code) {
  const auto found = std::find_if(subdistricts.begin(), subdistricts.end(),
                                  [&](const Subdistrict& subdistrict) { return subdistrict.code == code; });
  return found->supervisor;
}

v1::AssignmentRow assignment(const Household& household, const std::string& staff_number,
                             const std::vector<v1::ElderRow>& elders) {
  absl::CivilDay from = care::civilDay(elders[household.first_elder].care_from_on());
  for (std::size_t index = 1; index < household.elders; ++index) {
    from = std::min(from, care::civilDay(elders[household.first_elder + index].care_from_on()));
  }
  v1::AssignmentRow row;
  row.set_staff_number(staff_number);
  row.set_household_number(household.number);
  *row.mutable_from_on() = care::toDate(std::max(from, kAssignedFrom));
  return row;
}

void addWorkers(Team& team, const std::vector<Subdistrict>& subdistricts, const std::string& district,
                outside::Random& random, MadeUpNumbers& numbers) {
  static constexpr std::array<v1::Occupation, 3> kOccupations = {v1::OCCUPATION_VOLUNTEER, v1::OCCUPATION_SOCIAL_WORKER,
                                                                 v1::OCCUPATION_GRID_WORKER};
  team.workers.push_back(worker("D001", v1::ROLE_DISTRICT_STAFF, random, numbers));
  team.workers.back().add_area_codes(district);
  for (std::size_t supervisor = 0; supervisor < kVisitorsOfSupervisor.size(); ++supervisor) {
    team.workers.push_back(worker(supervisorNumber(supervisor), v1::ROLE_SUPERVISOR, random, numbers));
    team.workers.back().set_occupation(v1::OCCUPATION_SOCIAL_WORKER);
    for (const Subdistrict& subdistrict : subdistricts) {
      if (subdistrict.supervisor == supervisor) {
        team.workers.back().add_area_codes(subdistrict.code);
      }
    }
  }
  std::size_t visitor = 0;
  for (std::size_t supervisor = 0; supervisor < kVisitorsOfSupervisor.size(); ++supervisor) {
    for (std::size_t index = 0; index < kVisitorsOfSupervisor[supervisor]; ++index, ++visitor) {
      team.workers.push_back(worker(visitorNumber(visitor), v1::ROLE_VISITOR, random, numbers));
      team.workers.back().set_occupation(kOccupations[weighted(random, std::array<int, 3>{6, 2, 2})]);
      team.workers.back().set_supervisor_staff_number(supervisorNumber(supervisor));
    }
  }
}

}  // namespace

Team teamFor(const std::vector<Community>& communities, const std::vector<Household>& households,
             const std::vector<v1::ElderRow>& elders, const std::string& district, outside::Random& random,
             MadeUpNumbers& numbers) {
  std::vector<Subdistrict> subdistricts = subdistrictsOf(communities, households);
  giveSupervisors(subdistricts, elders.size());
  std::array<std::size_t, kVisitorsOfSupervisor.size()> totals = {};
  for (const Subdistrict& subdistrict : subdistricts) {
    totals[subdistrict.supervisor] += subdistrict.elders;
  }
  Team team;
  addWorkers(team, subdistricts, district, random, numbers);
  std::array<std::size_t, kVisitorsOfSupervisor.size()> passed = {};
  const std::array<std::size_t, kVisitorsOfSupervisor.size()> first_visitor = {0, kVisitorsOfSupervisor[0],
                                                                               kVisitors - kVisitorsOfSupervisor[2]};
  for (const Household& household : households) {
    const std::size_t supervisor = supervisorOf(subdistricts, communities[household.community].subdistrict);
    const std::size_t place = passed[supervisor] * kVisitorsOfSupervisor[supervisor] / totals[supervisor];
    passed[supervisor] += household.elders;
    const bool assigned = random.below(70) != 0;
    team.supervisor_of.push_back(supervisorNumber(supervisor));
    team.visitor_of.push_back(assigned ? visitorNumber(first_visitor[supervisor] + place) : "");
    if (assigned) {
      team.assignments.push_back(assignment(household, team.visitor_of.back(), elders));
    }
  }
  return team;
}

}  // namespace doorstep::ctl::demo
