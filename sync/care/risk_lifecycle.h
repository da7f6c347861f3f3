#pragma once

#include <optional>
#include <span>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "sync/care/working_days.h"

// OPEN → ACKNOWLEDGED → IN_ACTION | REFERRED → RESOLVED → RECHECKED → CLOSED (domain.md §5). The
// state is the fold of a flag's events in service order. Pure.
namespace doorstep::care {

struct RiskStatus {
  v1::RiskState state;
  v1::RiskLevel level;  // the highest ever set: a merge or an event never lowers it
  // When the running deadlines began: at opening, again when the level rises or the flag is reopened.
  absl::Time level_since;
  std::optional<absl::Time> acknowledged_at;  // these three of the run since the last opening
  std::optional<absl::Time> resolved_at;
  std::optional<absl::Time> closed_at;
  std::optional<absl::CivilDay> recheck_on;  // the day of the second look, while RESOLVED
};

// An event whose state may not follow changes nothing but the level: two people may have acted
// without knowing of each other.
RiskStatus foldRisk(const v1::RiskFlag& flag, std::span<const v1::RiskEvent* const> events_in_order);

bool isOpen(v1::RiskState state);  // not CLOSED, DISMISSED or DUPLICATE
bool mayFollow(v1::RiskState from, v1::RiskState to);

// Problems of an event on a flag as it stands: a transition that is not allowed, a reporter who
// closes or dismisses their own red or orange flag. Saying again what already holds is no problem.
std::vector<v1::Problem> checkEvent(const v1::RiskFlag& flag, const RiskStatus& status, const v1::RiskEvent& event);

enum class RiskDeadline { kAcknowledge, kAct, kResolve };
// When the next step is due; nothing where the level sets no deadline for it (yellow: act).
// A deadline of n working days is the same time of day, n of them later.
std::optional<absl::Time> dueAt(const v1::RiskFlag& flag, const RiskStatus& status, RiskDeadline deadline,
                                const WorkingDays& working_days);
// The deadline of the step the flag is waiting for: once resolved, the end of the day of the second
// look where one is set; nothing when it is no longer open.
std::optional<absl::Time> nextDueAt(const v1::RiskFlag& flag, const RiskStatus& status,
                                    const WorkingDays& working_days);

bool isRestricted(v1::RiskKind kind);  // suspected abuse, self-harm: visible to few

}  // namespace doorstep::care
