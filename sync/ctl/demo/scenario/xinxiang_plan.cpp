#include "sync/ctl/demo/scenario/xinxiang_plan.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/scenario/xinxiang_people.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::uint64_t kXinxiangSeed = 20240830;

// Of each month: how many elders are reached, and the agency's minutes. They sum up to what the bureau
// reported for the half-year: 20,874 person-times and 10,437 hours; fewer around the Spring Festival.
struct Month {
  std::size_t reached;
  int minutes;
};
constexpr std::array<Month, kXinxiangMonths> kMonths = {
    {{3405, 101'220}, {3377, 97'860}, {3489, 104'580}, {3514, 106'200}, {3533, 107'340}, {3556, 109'020}}};

constexpr int kMealPointTarget = 430;
constexpr int kMealPointsVerified = 202;
constexpr int kMealPointsSeen = 58;  // looked at, not verified yet
constexpr std::int64_t kVisitsWanted = 20'000;
constexpr std::int64_t kMinutesWanted = 600'000;

class Planner {
 public:
  Planner(const std::vector<v1::AreaRow>& areas, XinxiangPlan& plan)
      : random_(kXinxiangSeed), plan_(plan), people_(peopleOfXinxiang(areas, random_)) {}

  const XinxiangPeople& people() const { return people_; }

  void planMonth(std::size_t index) {
    const std::vector<absl::CivilDay> days = workingDaysOf(monthOf(index));
    plan_.visits.emplace_back();
    plan_.services.emplace_back();
    planVisits(days, chooseMissed(people_.elders.size() - kMonths[index].reached));
    planServices(days, kMonths[index].minutes);
  }

 private:
  // Households of one whom nobody reaches this month.
  std::set<std::size_t> chooseMissed(std::size_t count) {
    std::set<std::size_t> missed;
    while (missed.size() < count) {
      const std::size_t household = random_.below(people_.households.size());
      if (people_.households[household].elders == 1) {
        missed.insert(household);
      }
    }
    return missed;
  }

  // Every visitor goes through the own households once, evenly over the days.
  void planVisits(const std::vector<absl::CivilDay>& days, const std::set<std::size_t>& missed) {
    std::map<std::string, std::size_t> doors;
    for (const std::string& visitor : people_.visitor_of) {
      ++doors[visitor];
    }
    std::map<std::string, std::size_t> passed;
    for (std::size_t index = 0; index < people_.households.size(); ++index) {
      const std::string& visitor = people_.visitor_of[index];
      const absl::CivilDay day = days[passed[visitor]++ * days.size() / doors[visitor]];
      if (missed.count(index) == 0) {
        planVisit(index, day, true);
      } else if (chance(random_, 55)) {
        planVisit(index, day, false);
      }
    }
  }

  void planVisit(std::size_t index, absl::CivilDay day, bool reached) {
    const Household& household = people_.households[index];
    const std::uint64_t drawn = random_.below(100);
    const bool by_phone = reached && drawn >= 84;
    v1::ContactMode mode = v1::CONTACT_MODE_IN_PERSON;
    v1::ContactOutcome outcome = v1::CONTACT_OUTCOME_NO_REPLY;
    if (by_phone) {
      mode = drawn >= 96 ? v1::CONTACT_MODE_VIDEO : v1::CONTACT_MODE_PHONE;
      outcome = drawn == 95 ? v1::CONTACT_OUTCOME_SPOKE_REFUSED : v1::CONTACT_OUTCOME_SPOKE_REMOTE;
    } else if (reached) {
      outcome = drawn < 2 ? v1::CONTACT_OUTCOME_SEEN_REFUSED : v1::CONTACT_OUTCOME_SEEN;
    }
    const int minutes = !reached ? 4 : by_phone ? between(random_, 5, 12) : between(random_, 12, 24);
    PlannedVisit visit;
    visit.time = diary_.next(people_.visitor_of[index], day, minutes);
    visit.household_number = "XX" + household.number;
    visit.programme_code = kVisitProgramme;
    for (std::size_t elder = 0; elder < household.elders; ++elder) {
      visit.contacts.push_back({people_.elders[household.first_elder + elder].file_number(), mode, outcome});
    }
    plan_.visits.back().push_back(std::move(visit));
  }

  // Each month a haircut, a clinic and help in linking up for everybody served; what is left of the
  // month's minutes lies with the last of the three.
  void planServices(const std::vector<absl::CivilDay>& days, int minutes) {
    std::vector<std::array<int, 3>> lengths;
    int left = minutes;
    for (std::size_t index = 0; index < people_.served.size(); ++index) {
      lengths.push_back({between(random_, 30, 50), between(random_, 60, 90), between(random_, 70, 105)});
      left -= lengths.back()[0] + lengths.back()[1] + lengths.back()[2];
    }
    for (std::size_t index = 0; left != 0; index = (index + 1) % lengths.size()) {
      lengths[index][2] += left > 0 ? 1 : -1;
      left += left > 0 ? -1 : 1;
    }
    std::map<std::string, std::size_t> all;
    for (const auto& [elder, staff_number] : people_.served) {
      ++all[staff_number];
    }
    std::map<std::string, std::size_t> passed;
    for (std::size_t index = 0; index < people_.served.size(); ++index) {
      const auto& [elder, staff_number] = people_.served[index];
      const absl::CivilDay day = days[passed[staff_number]++ * days.size() / all[staff_number]];
      planServicesOf(people_.elders[elder], staff_number, day, lengths[index]);
    }
  }

  void planServicesOf(const v1::ElderRow& elder, const std::string& staff_number, absl::CivilDay day,
                      const std::array<int, 3>& lengths) {
    constexpr std::array<v1::ServiceKind, 3> kKinds = {v1::SERVICE_KIND_FREE_HAIRCUT, v1::SERVICE_KIND_FREE_CLINIC,
                                                       v1::SERVICE_KIND_SUPPORT_LINKAGE};
    for (std::size_t index = 0; index < kKinds.size(); ++index) {
      plan_.services.back().push_back({diary_.next(staff_number, day, lengths[index]), elder.household_number(),
                                       elder.file_number(), kKinds[index], kServiceProgramme});
    }
  }

  SeededRandom random_;
  XinxiangPlan& plan_;
  XinxiangPeople people_;
  Diary diary_;
};

v1::ProgrammeRow programme(const std::string& code, const std::string& name, const std::string& contractor_code,
                           const std::string& contractor_name) {
  v1::ProgrammeRow row;
  row.set_code(code);
  row.set_name(name);
  row.set_contractor_code(contractor_code);
  row.set_contractor_name(contractor_name);
  *row.mutable_from_on() = care::toDate(absl::CivilDay(kXinxiangYear, 1, 1));
  *row.mutable_until_on() = care::toDate(absl::CivilDay(kXinxiangYear, 12, 31));
  return row;
}

v1::TargetRow target(v1::Indicator indicator, const std::string& area, absl::CivilDay until, std::int64_t value,
                     const std::string& document, const std::string& programme_code) {
  v1::TargetRow row;
  row.set_indicator(indicator);
  row.set_area_code(area);
  *row.mutable_from_on() = care::toDate(absl::CivilDay(kXinxiangYear, 1, 1));
  *row.mutable_until_on() = care::toDate(until);
  row.set_value(value);
  row.set_document(document);
  row.set_programme_code(programme_code);
  return row;
}

// The city's own target and its parts, by how many streets and towns a county has.
std::vector<v1::TargetRow> targetsFor(const std::vector<Community>& towns) {
  const absl::CivilDay year_end(kXinxiangYear, 12, 31);
  const absl::CivilDay half(kXinxiangYear, 6, 30);
  const std::string paper = "2024年老年助餐服务工作方案";
  std::vector<v1::TargetRow> rows = {
      target(v1::INDICATOR_MEAL_POINTS, kXinxiang, year_end, kMealPointTarget, paper, ""),
      target(v1::INDICATOR_PERSON_TIMES, kXinxiang, half, kVisitsWanted, "上半年探访计划", kVisitProgramme),
      target(v1::INDICATOR_SERVICE_MINUTES, kXinxiang, half, kMinutesWanted, "项目合同", kServiceProgramme)};
  std::map<std::string, int> towns_of;
  for (const Community& town : towns) {
    ++towns_of[town.subdistrict];
  }
  const int all = static_cast<int>(towns.size());
  int passed = 0;
  for (const auto& [county, count] : towns_of) {
    const int before = passed * kMealPointTarget / all;
    passed += count;
    rows.push_back(
        target(v1::INDICATOR_MEAL_POINTS, county, year_end, passed * kMealPointTarget / all - before, paper, ""));
  }
  return rows;
}

std::vector<v1::FacilityRow> mealPointsFor(const std::vector<Community>& towns) {
  std::vector<v1::FacilityRow> rows;
  constexpr int kAll = kMealPointsVerified + kMealPointsSeen;
  const absl::CivilDay first(kXinxiangYear, 3, 4);
  for (int index = 0; index < kAll; ++index) {
    const Community& town = towns[static_cast<std::size_t>(index) * 7 % towns.size()];
    v1::FacilityRow& row = rows.emplace_back();
    row.set_code(absl::StrFormat("XXMP%03d", index + 1));
    row.set_kind(v1::FACILITY_KIND_MEAL_POINT);
    row.set_name(absl::StrCat(town.name, "第", index / static_cast<int>(towns.size()) + 1, "助餐点"));
    row.set_area_code(town.code);
    if (index < kMealPointsVerified) {
      const absl::CivilDay verified = first + index * 170 / kMealPointsVerified;
      *row.mutable_verified_on() = care::toDate(verified);
      *row.mutable_signed_on() = care::toDate(verified + 5);
    }
  }
  return rows;
}

}  // namespace

XinxiangPlan planXinxiang(const std::vector<v1::AreaRow>& areas) {
  XinxiangPlan plan;
  plan.areas = areasOfXinxiang(areas);
  Planner planner(plan.areas, plan);
  for (std::size_t index = 0; index < kXinxiangMonths; ++index) {
    planner.planMonth(index);
  }
  plan.workers = planner.people().workers;
  plan.elders = planner.people().elders;
  plan.assignments = assignmentsOf(planner.people());
  plan.programmes = {programme(kVisitProgramme, "高龄老年人上门探访", "", ""),
                     programme(kServiceProgramme, "特殊困难老年人探访关爱", "XX-SG01", "益邻社会工作服务中心")};
  plan.targets = targetsFor(planner.people().towns);
  plan.facilities = mealPointsFor(planner.people().towns);
  return plan;
}

}  // namespace doorstep::ctl::demo
