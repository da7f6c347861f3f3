#include "sync/care/risk_lifecycle.h"

// The table of domain.md §5: how long each level leaves for each step. All that decides lies in the
// status; the flag is part of the signature so that callers need not know.
namespace doorstep::care {
namespace {

absl::Time workingDaysAfter(absl::Time since, int days, absl::TimeZone zone) {
  const absl::CivilSecond from = absl::ToCivilSecond(since, zone);
  absl::CivilDay day(from);
  while (days > 0) {
    ++day;
    const absl::Weekday weekday = absl::GetWeekday(day);
    if (weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday) {
      --days;
    }
  }
  return absl::FromCivil(
      absl::CivilSecond(day.year(), day.month(), day.day(), from.hour(), from.minute(), from.second()), zone);
}

std::optional<absl::Time> acknowledgeBy(const RiskStatus& status, absl::TimeZone zone) {
  switch (status.level) {
    case v1::RISK_LEVEL_RED:
      return status.level_since + absl::Minutes(15);
    case v1::RISK_LEVEL_ORANGE:
      return status.level_since + absl::Hours(24);
    case v1::RISK_LEVEL_YELLOW:
      return workingDaysAfter(status.level_since, 3, zone);
    default:
      return std::nullopt;
  }
}

std::optional<absl::Time> actBy(const RiskStatus& status, absl::TimeZone zone) {
  switch (status.level) {
    case v1::RISK_LEVEL_RED:
      return status.level_since + absl::Hours(2);
    case v1::RISK_LEVEL_ORANGE:
      return workingDaysAfter(status.level_since, 3, zone);
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
                                absl::TimeZone zone) {
  switch (deadline) {
    case RiskDeadline::kAcknowledge:
      return acknowledgeBy(status, zone);
    case RiskDeadline::kAct:
      return actBy(status, zone);
    case RiskDeadline::kResolve:
      return resolveBy(status);
  }
  return std::nullopt;
}

std::optional<absl::Time> nextDueAt(const v1::RiskFlag& flag, const RiskStatus& status, absl::TimeZone zone) {
  switch (status.state) {
    case v1::RISK_STATE_OPEN:
    case v1::RISK_STATE_REOPENED:
      return dueAt(flag, status, RiskDeadline::kAcknowledge, zone);
    case v1::RISK_STATE_ACKNOWLEDGED: {
      const std::optional<absl::Time> act = dueAt(flag, status, RiskDeadline::kAct, zone);
      return act.has_value() ? act : dueAt(flag, status, RiskDeadline::kResolve, zone);
    }
    case v1::RISK_STATE_IN_ACTION:
    case v1::RISK_STATE_REFERRED:
      return dueAt(flag, status, RiskDeadline::kResolve, zone);
    default:
      return std::nullopt;
  }
}

}  // namespace doorstep::care
