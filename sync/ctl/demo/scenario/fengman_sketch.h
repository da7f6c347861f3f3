#pragma once

#include <set>
#include <string>
#include <vector>

#include "sync/ctl/demo/people.h"
#include "sync/ctl/demo/places.h"
#include "sync/ctl/demo/scenario/fengman_plan.h"
#include "sync/ctl/demo/seeded_random.h"
#include "sync/ctl/demo/teams.h"

namespace doorstep::ctl::demo {

// The people of the plan while it is being made, and how one of their visits is put down. One thread.
class FengmanSketch {
 public:
  // Fills the plan's grids, workers, elders and assignments.
  FengmanSketch(const std::vector<v1::AreaRow>& areas, FengmanPlan& plan);

  FengmanPlan& plan() { return plan_; }
  outside::Random& random() { return random_; }
  Diary& diary() { return diary_; }
  const std::vector<Community>& communities() const { return communities_; }
  const std::vector<Household>& households() const { return households_; }
  const Team& team() const { return team_; }

  // The first of a household.
  const v1::ElderRow& elderOf(std::size_t household) const { return plan_.elders[households_[household].first_elder]; }
  // One person of tier C for whom all goes on as before: to whom something may happen.
  bool isOrdinary(std::size_t household) const;
  // The next ordinary household in an order of chance, told one by one from now on.
  std::size_t takeOrdinary();
  bool isTold(std::size_t household) const { return told_.count(household) > 0; }

  // By the household's visitor, or its supervisor when it has none; with everybody in care that day.
  PlannedVisit visitOf(std::size_t household, absl::CivilDay day, v1::ContactMode mode, v1::ContactOutcome outcome);
  // Puts it into the plan unless nobody there is in care yet.
  void add(std::size_t household, absl::CivilDay day, v1::ContactMode mode, v1::ContactOutcome outcome);

 private:
  void shuffleOrdinary();

  SeededRandom random_;
  MadeUpNumbers numbers_;
  FengmanPlan& plan_;
  std::vector<Community> communities_;
  std::vector<Household> households_;
  Team team_;
  Diary diary_;
  std::vector<std::size_t> ordinary_;
  std::set<std::size_t> told_;
};

}  // namespace doorstep::ctl::demo
