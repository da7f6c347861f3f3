#include "sync/ctl/demo/scenario/fengman_sketch.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/elders.h"
#include "sync/ctl/demo/roster.h"

namespace doorstep::ctl::demo {

namespace {

constexpr std::uint64_t kFengmanSeed = 20261206;
constexpr absl::CivilDay kSettledBefore(2026, 10, 1);

// Every community has ten grids; what is left goes to the first ones.
void spreadGrids(std::vector<Community>& communities) {
  const std::size_t each = kFengmanGrids / communities.size();
  const std::size_t left = kFengmanGrids % communities.size();
  for (std::size_t index = 0; index < communities.size(); ++index) {
    Community& community = communities[index];
    community.grids.clear();
    for (std::size_t number = 1; number <= each + (index < left ? 1 : 0); ++number) {
      v1::AreaRow& grid = community.grids.emplace_back();
      grid.set_code(absl::StrFormat("%s%02d", community.code, number));
      grid.set_parent_code(community.code);
      grid.set_kind("grid");
      grid.set_name(absl::StrCat("第", number, "网格"));
    }
  }
}

// Whoever comes into care in November is known to a tablet after its next weekly exchange.
bool isKnown(const v1::ElderRow& elder, const std::string& staff_number, absl::CivilDay day) {
  const absl::CivilDay since = care::civilDay(elder.care_from_on());
  const bool was_there = since <= kFengmanFirstDay;
  return was_there || (since <= day - 8 && (staff_number != kLateTablet || since <= kLateTabletSince));
}

}  // namespace

FengmanSketch::FengmanSketch(const std::vector<v1::AreaRow>& areas, FengmanPlan& plan)
    : random_(kFengmanSeed), numbers_(random_), plan_(plan) {
  communities_ = communitiesOf(areas, kDistrict, random_);
  spreadGrids(communities_);
  households_ = householdsFor(communities_, kElders, random_);
  plan_.elders = eldersOf(communities_, households_, kDistrict, random_, numbers_);
  giveTiers(plan_.elders, random_);
  team_ = teamFor(communities_, households_, plan_.elders, kDistrict, random_, numbers_);
  for (const Community& community : communities_) {
    plan_.grids.insert(plan_.grids.end(), community.grids.begin(), community.grids.end());
  }
  plan_.workers = team_.workers;
  plan_.assignments = team_.assignments;
  shuffleOrdinary();
}

bool FengmanSketch::isOrdinary(std::size_t household) const {
  const v1::ElderRow& elder = elderOf(household);
  const std::string& visitor = team_.visitor_of[household];
  return households_[household].elders == 1 && elder.tier() == v1::TIER_C && !visitor.empty() &&
         visitor != kLateTablet && care::civilDay(elder.care_from_on()) < kSettledBefore;
}

void FengmanSketch::shuffleOrdinary() {
  for (std::size_t index = 0; index < households_.size(); ++index) {
    if (isOrdinary(index) && elderOf(index).family_size() > 0) {
      ordinary_.push_back(index);
    }
  }
  for (std::size_t index = ordinary_.size() - 1; index > 0; --index) {
    std::swap(ordinary_[index], ordinary_[random_.below(index + 1)]);
  }
}

std::size_t FengmanSketch::takeOrdinary() {
  const std::size_t household = ordinary_.back();
  ordinary_.pop_back();
  told_.insert(household);
  return household;
}

PlannedVisit FengmanSketch::visitOf(std::size_t household, absl::CivilDay day, v1::ContactMode mode,
                                    v1::ContactOutcome outcome) {
  const bool nobody = team_.visitor_of[household].empty();
  const std::string& staff_number = nobody ? team_.supervisor_of[household] : team_.visitor_of[household];
  const bool quick = outcome == v1::CONTACT_OUTCOME_NO_REPLY || outcome == v1::CONTACT_OUTCOME_NOT_SEEN_SAFE;
  const bool remote = mode != v1::CONTACT_MODE_IN_PERSON;
  const int minutes = quick ? 4 : remote ? between(random_, 4, 12) : between(random_, 12, 45);
  PlannedVisit visit;
  visit.time = diary_.next(staff_number, day, minutes);
  visit.household_number = households_[household].number;
  for (std::size_t index = 0; index < households_[household].elders; ++index) {
    const v1::ElderRow& elder = plan_.elders[households_[household].first_elder + index];
    if (isKnown(elder, staff_number, day)) {
      visit.contacts.push_back({elder.file_number(), mode, outcome});
    }
  }
  return visit;
}

void FengmanSketch::add(std::size_t household, absl::CivilDay day, v1::ContactMode mode, v1::ContactOutcome outcome) {
  PlannedVisit visit = visitOf(household, day, mode, outcome);
  if (!visit.contacts.empty()) {
    plan_.visits.push_back(std::move(visit));
  }
}

}  // namespace doorstep::ctl::demo
