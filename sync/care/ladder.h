#pragma once

#include <optional>
#include <span>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/rules.pb.h"

// What to do, and until when, after nobody answered (domain.md §5, the ladder). The state is the
// fold of a ladder's events in service order; a tablet appends its own behind them. Pure.
namespace doorstep::care {

struct LadderDeadline {
  v1::LadderStep step;
  absl::Time due_at;
  bool done;  // tried; SUPERVISOR and COMMUNITY: reached since the last warning sign
};

struct LadderStatus {
  bool ended = false;  // accounted for
  v1::AccountedBy accounted_by = v1::ACCOUNTED_BY_UNSPECIFIED;
  std::optional<absl::Time> ended_at;
  bool at_once = false;  // a warning sign: supervisor and community now, told of it or not
  // The next step on the way up that nobody has taken; UNSPECIFIED when ended. At once: first
  // SUPERVISOR, COMMUNITY and POLICE, each anew after every sign. POLICE is else offered when all
  // before it are taken, stays until the end, and has no deadline: calling is a person's decision.
  v1::LadderStep next = v1::LADDER_STEP_UNSPECIFIED;
  std::optional<absl::Time> next_due_at;  // the earliest open deadline
  std::vector<LadderDeadline> deadlines;  // those that the tier and warning signs set, by time
  std::vector<v1::LadderStep> taken;      // in order
};

// `rules` set the deadlines of the day on which the ladder began; 0 stands for the default.
LadderStatus foldLadder(const v1::Ladder& ladder, std::span<const v1::LadderEvent* const> events_in_order,
                        const v1::DistrictRules& rules);

// Problems of an event on a ladder as it stands: accounted for without a source, or done after the
// end. What was done before the end but arrives later, and saying again what already holds, is no problem.
std::vector<v1::Problem> checkEvent(const LadderStatus& status, const v1::LadderEvent& event);

}  // namespace doorstep::care
