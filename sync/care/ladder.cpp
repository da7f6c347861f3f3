#include "sync/care/ladder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/care/working_days.h"

namespace doorstep::care {
namespace {

constexpr std::array kWayUp = {v1::LADDER_STEP_SECOND_TRY,        v1::LADDER_STEP_PHONE,    v1::LADDER_STEP_NEIGHBOUR,
                               v1::LADDER_STEP_EMERGENCY_CONTACT, v1::LADDER_STEP_HOSPITAL, v1::LADDER_STEP_SUPERVISOR,
                               v1::LADDER_STEP_COMMUNITY,         v1::LADDER_STEP_POLICE};
constexpr std::array kAtOnce = {v1::LADDER_STEP_SUPERVISOR, v1::LADDER_STEP_COMMUNITY};
// Then the police, if a person decides so.
constexpr std::array kAtOnceInOrder = {v1::LADDER_STEP_SUPERVISOR, v1::LADDER_STEP_COMMUNITY, v1::LADDER_STEP_POLICE};

bool contains(const std::vector<v1::LadderStep>& steps, v1::LadderStep step) {
  return std::find(steps.begin(), steps.end(), step) != steps.end();
}

bool isAtOnce(v1::LadderStep step) {
  return std::find(kAtOnce.begin(), kAtOnce.end(), step) != kAtOnce.end();
}

bool accountsFor(const v1::LadderEvent& event) {
  return event.result() == v1::LADDER_RESULT_ACCOUNTED_FOR && event.accounted_by() != v1::ACCOUNTED_BY_UNSPECIFIED;
}

// Whoever is to be told has to be reached; everything else is done once it was tried.
bool fulfils(const v1::LadderEvent& event) {
  return !isAtOnce(event.step()) || event.result() != v1::LADDER_RESULT_NOT_REACHED;
}

std::vector<LadderDeadline> deadlinesOfTier(const v1::Ladder& ladder, const v1::DistrictRules& rules) {
  const WorkingDays working_days(rules);
  const absl::Time started_at = toTime(ladder.started_at());
  const absl::CivilDay started_on = dayOf(started_at, working_days.zone());
  const v1::RuleSet set = rulesOn(rules, started_on);
  std::vector<LadderDeadline> deadlines;
  switch (ladder.tier()) {
    case v1::TIER_A:
      deadlines.push_back(
          {v1::LADDER_STEP_SUPERVISOR, started_at + absl::Minutes(set.ladder_a_supervisor_minutes()), false});
      deadlines.push_back(
          {v1::LADDER_STEP_COMMUNITY, started_at + absl::Minutes(set.ladder_a_community_minutes()), false});
      break;
    case v1::TIER_B:
      for (const v1::LadderStep step : kWayUp) {
        if (step != v1::LADDER_STEP_POLICE) {
          deadlines.push_back({step, endOfDay(started_on, working_days.zone()), false});
        }
      }
      break;
    default: {
      const absl::CivilDay second_try_on = started_on + set.ladder_c_second_try_days();
      deadlines.push_back({v1::LADDER_STEP_SECOND_TRY, endOfDay(second_try_on, working_days.zone()), false});
      deadlines.push_back({v1::LADDER_STEP_SUPERVISOR,
                           endOfDay(working_days.nextWorkingDay(second_try_on), working_days.zone()), false});
      break;
    }
  }
  return deadlines;
}

class Fold {
 public:
  Fold(const v1::Ladder& ladder, const v1::DistrictRules& rules) {
    status_.deadlines = deadlinesOfTier(ladder, rules);
    if (!ladder.warning_signs().empty()) {
      warn(toTime(ladder.started_at()));
    }
  }

  void add(const v1::LadderEvent& event) {
    if (status_.ended) {
      return;
    }
    if (!event.warning_signs().empty()) {
      warn(toTime(event.at()));
    }
    if (event.step() != v1::LADDER_STEP_UNSPECIFIED) {
      take(event);
    }
    if (accountsFor(event)) {
      status_.ended = true;
      status_.accounted_by = event.accounted_by();
      status_.ended_at = toTime(event.at());
    }
  }

  LadderStatus result() && {
    setDeadlinesAtOnce();
    for (LadderDeadline& deadline : status_.deadlines) {
      const auto told_at = fulfilled_at_.find(deadline.step);
      const bool known = told_at != fulfilled_at_.end();
      deadline.done = known && (!isAtOnce(deadline.step) || !signAfter(told_at->second).has_value());
    }
    std::stable_sort(
        status_.deadlines.begin(), status_.deadlines.end(),
        [](const LadderDeadline& left, const LadderDeadline& right) { return left.due_at < right.due_at; });
    if (status_.ended) {
      return std::move(status_);
    }
    status_.next = nextStep();
    const auto open = std::find_if(status_.deadlines.begin(), status_.deadlines.end(),
                                   [](const LadderDeadline& deadline) { return !deadline.done; });
    if (open != status_.deadlines.end()) {
      status_.next_due_at = open->due_at;
    }
    return std::move(status_);
  }

 private:
  void warn(absl::Time noticed_at) {
    status_.at_once = true;
    signs_at_.insert(noticed_at);
  }

  void take(const v1::LadderEvent& event) {
    if (!contains(status_.taken, event.step())) {
      status_.taken.push_back(event.step());
    }
    const absl::Time at = toTime(event.at());
    keepLatest(taken_at_, event.step(), at);
    if (fulfils(event)) {
      keepLatest(fulfilled_at_, event.step(), at);
    }
  }

  static void keepLatest(std::map<v1::LadderStep, absl::Time>& times, v1::LadderStep step, absl::Time at) {
    absl::Time& latest = times.try_emplace(step, at).first->second;
    latest = std::max(latest, at);
  }

  // The first sign of which nobody who acted at this time could know.
  std::optional<absl::Time> signAfter(absl::Time at) const {
    const auto sign = signs_at_.upper_bound(at);
    return sign == signs_at_.end() ? std::nullopt : std::optional(*sign);
  }

  // Whoever was told before a sign has to hear of it, from when it was noticed.
  void setDeadlinesAtOnce() {
    if (signs_at_.empty()) {
      return;
    }
    for (const v1::LadderStep step : kAtOnce) {
      const auto told_at = fulfilled_at_.find(step);
      const std::optional<absl::Time> unheard =
          told_at == fulfilled_at_.end() ? std::nullopt : signAfter(told_at->second);
      const auto known = std::find_if(status_.deadlines.begin(), status_.deadlines.end(),
                                      [step](const LadderDeadline& deadline) { return deadline.step == step; });
      if (known == status_.deadlines.end()) {
        status_.deadlines.push_back({step, unheard.value_or(*signs_at_.begin()), false});
      } else {
        known->due_at = unheard.value_or(std::min(known->due_at, *signs_at_.begin()));
      }
    }
  }

  v1::LadderStep nextStep() const {
    const auto is_open = [this](v1::LadderStep step) { return !contains(status_.taken, step); };
    if (status_.at_once) {
      const auto is_urgent = [this](v1::LadderStep step) {
        const auto taken_at = taken_at_.find(step);
        return taken_at == taken_at_.end() || signAfter(taken_at->second).has_value();
      };
      const auto* const urgent = std::find_if(kAtOnceInOrder.begin(), kAtOnceInOrder.end(), is_urgent);
      if (urgent != kAtOnceInOrder.end()) {
        return *urgent;
      }
    }
    const auto* const next = std::find_if(kWayUp.begin(), kWayUp.end(), is_open);
    return next == kWayUp.end() ? v1::LADDER_STEP_POLICE : *next;
  }

  LadderStatus status_;
  std::set<absl::Time> signs_at_;
  std::map<v1::LadderStep, absl::Time> taken_at_;      // the last time
  std::map<v1::LadderStep, absl::Time> fulfilled_at_;  // likewise
};

}  // namespace

LadderStatus foldLadder(const v1::Ladder& ladder, std::span<const v1::LadderEvent* const> events_in_order,
                        const v1::DistrictRules& rules) {
  Fold fold(ladder, rules);
  for (const v1::LadderEvent* event : events_in_order) {
    fold.add(*event);
  }
  return std::move(fold).result();
}

std::vector<v1::Problem> checkEvent(const LadderStatus& status, const v1::LadderEvent& event) {
  std::vector<v1::Problem> problems;
  const auto report = [&problems](v1::ProblemCode code, const char* field) {
    v1::Problem& problem = problems.emplace_back();
    problem.set_code(code);
    problem.set_field(field);
  };
  const bool accounted_for = event.result() == v1::LADDER_RESULT_ACCOUNTED_FOR;
  if (accounted_for && event.accounted_by() == v1::ACCOUNTED_BY_UNSPECIFIED) {
    report(v1::PROBLEM_CODE_SOURCE_MISSING, "accounted_by");
  }
  // What was done before the end, or by somebody who could not know of it, is told all the same.
  const bool after_the_end = status.ended_at.has_value() && toTime(event.at()) > *status.ended_at;
  if (after_the_end && !accounted_for) {
    report(v1::PROBLEM_CODE_LADDER_ENDED, "result");
  }
  return problems;
}

}  // namespace doorstep::care
