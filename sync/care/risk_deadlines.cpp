#include "sync/care/risk_lifecycle.h"

// The table of domain.md §5: how long each level leaves for each step. All that decides lies in the
// status; the flag is part of the signature so that callers need not know.
namespace doorstep::care {
namespace {

std::optional<absl::Time> acknowledgeBy(const RiskStatus& status, const WorkingDays& working_days) {
  switch (status.level) {
    case v1::RISK_LEVEL_RED:
      return status.level_since + absl::Minutes(15);
    case v1::RISK_LEVEL_ORANGE:
      return status.level_since + absl::Hours(24);
    case v1::RISK_LEVEL_YELLOW:
      return working_days.addWorkingDays(status.level_since, 3);
    default:
      return std::nullopt;
  }
}

std::optional<absl::Time> actBy(const RiskStatus& status, const WorkingDays& working_days) {
  switch (status.level) {
    case v1::RISK_LEVEL_RED:
      return status.level_since + absl::Hours(2);
    case v1::RISK_LEVEL_ORANGE:
      return working_days.addWorkingDays(status.level_since, 3);
    default:
      return std::nullopt;
  }
}

std::optional<absl::Time> resolveBy(const RiskStatus& status) {
  switch (status.level) {
    case v1::RISK_LEVEL_RED:
      return status.level_since + absl::Hours(24);
    case v1::RISK_LEVEL_ORANGE:
      return status.level_since + absl::Hours(24 * 7);
    case v1::RISK_LEVEL_YELLOW:
      return status.level_since + absl::Hours(24 * 30);
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<absl::Time> dueAt(const v1::RiskFlag& /*flag*/, const RiskStatus& status, RiskDeadline deadline,
                                const WorkingDays& working_days) {
  switch (deadline) {
    case RiskDeadline::kAcknowledge:
      return acknowledgeBy(status, working_days);
    case RiskDeadline::kAct:
      return actBy(status, working_days);
    case RiskDeadline::kResolve:
      return resolveBy(status);
  }
  return std::nullopt;
}

std::optional<absl::Time> nextDueAt(const v1::RiskFlag& flag, const RiskStatus& status,
                                    const WorkingDays& working_days) {
  switch (status.state) {
    case v1::RISK_STATE_OPEN:
    case v1::RISK_STATE_REOPENED:
      return dueAt(flag, status, RiskDeadline::kAcknowledge, working_days);
    case v1::RISK_STATE_ACKNOWLEDGED: {
      const std::optional<absl::Time> act = dueAt(flag, status, RiskDeadline::kAct, working_days);
      return act.has_value() ? act : dueAt(flag, status, RiskDeadline::kResolve, working_days);
    }
    case v1::RISK_STATE_IN_ACTION:
    case v1::RISK_STATE_REFERRED:
      return dueAt(flag, status, RiskDeadline::kResolve, working_days);
    case v1::RISK_STATE_RESOLVED:
      return status.recheck_on.has_value() ? std::optional(endOfDay(*status.recheck_on, working_days.zone()))
                                           : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace doorstep::care
