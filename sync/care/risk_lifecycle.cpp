#include "sync/care/risk_lifecycle.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/care/calendar.h"

namespace doorstep::care {
namespace {

using Follows = std::map<v1::RiskState, std::set<v1::RiskState>>;

const Follows& follows() {
  static const Follows table = {
      {v1::RISK_STATE_OPEN, {v1::RISK_STATE_ACKNOWLEDGED, v1::RISK_STATE_DISMISSED, v1::RISK_STATE_DUPLICATE}},
      {v1::RISK_STATE_ACKNOWLEDGED,
       {v1::RISK_STATE_IN_ACTION, v1::RISK_STATE_REFERRED, v1::RISK_STATE_DISMISSED, v1::RISK_STATE_DUPLICATE}},
      {v1::RISK_STATE_IN_ACTION,
       {v1::RISK_STATE_REFERRED, v1::RISK_STATE_RESOLVED, v1::RISK_STATE_DISMISSED, v1::RISK_STATE_DUPLICATE}},
      {v1::RISK_STATE_REFERRED,
       {v1::RISK_STATE_IN_ACTION, v1::RISK_STATE_RESOLVED, v1::RISK_STATE_DISMISSED, v1::RISK_STATE_DUPLICATE}},
      {v1::RISK_STATE_RESOLVED, {v1::RISK_STATE_RECHECKED, v1::RISK_STATE_REOPENED}},
      {v1::RISK_STATE_RECHECKED, {v1::RISK_STATE_CLOSED, v1::RISK_STATE_REOPENED}},
      {v1::RISK_STATE_CLOSED, {v1::RISK_STATE_REOPENED}},
      {v1::RISK_STATE_REOPENED, {v1::RISK_STATE_ACKNOWLEDGED, v1::RISK_STATE_DISMISSED, v1::RISK_STATE_DUPLICATE}},
      {v1::RISK_STATE_DISMISSED, {v1::RISK_STATE_REOPENED}},
      {v1::RISK_STATE_DUPLICATE, {v1::RISK_STATE_REOPENED}},
  };
  return table;
}

void enter(RiskStatus& status, const v1::RiskEvent& event) {
  const v1::RiskState state = event.to();
  const absl::Time at = toTime(event.at());
  status.state = state;
  status.recheck_on.reset();
  switch (state) {
    case v1::RISK_STATE_ACKNOWLEDGED:
      status.acknowledged_at = at;
      break;
    case v1::RISK_STATE_RESOLVED:
      status.resolved_at = at;
      if (event.has_recheck_on()) {
        status.recheck_on = civilDay(event.recheck_on());
      }
      break;
    case v1::RISK_STATE_CLOSED:
      status.closed_at = at;
      break;
    case v1::RISK_STATE_REOPENED:
      status.level_since = at;
      status.acknowledged_at.reset();
      status.resolved_at.reset();
      status.closed_at.reset();
      break;
    default:
      break;
  }
}

v1::Problem problem(v1::ProblemCode code) {
  v1::Problem found;
  found.set_code(code);
  found.set_field("to");
  return found;
}

}  // namespace

RiskStatus foldRisk(const v1::RiskFlag& flag, std::span<const v1::RiskEvent* const> events_in_order) {
  RiskStatus status{v1::RISK_STATE_OPEN, flag.level(), toTime(flag.opened_at()), {}, {}, {}, {}};
  for (const v1::RiskEvent* event : events_in_order) {
    if (event->level() > status.level) {
      status.level = event->level();
      status.level_since = toTime(event->at());
    }
    if (mayFollow(status.state, event->to())) {
      enter(status, *event);
    }
  }
  return status;
}

bool isOpen(v1::RiskState state) {
  return state != v1::RISK_STATE_CLOSED && state != v1::RISK_STATE_DISMISSED && state != v1::RISK_STATE_DUPLICATE;
}

bool mayFollow(v1::RiskState from, v1::RiskState to) {
  const auto row = follows().find(from);
  return row != follows().end() && row->second.count(to) > 0;
}

std::vector<v1::Problem> checkEvent(const v1::RiskFlag& flag, const RiskStatus& status, const v1::RiskEvent& event) {
  std::vector<v1::Problem> problems;
  const bool only_level = event.to() == v1::RISK_STATE_UNSPECIFIED;
  if (!only_level && event.to() != status.state && !mayFollow(status.state, event.to())) {
    v1::Problem& refused = problems.emplace_back(problem(v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED));
    refused.add_details(v1::RiskState_Name(status.state));
    refused.add_details(v1::RiskState_Name(event.to()));
  }
  const bool ends = event.to() == v1::RISK_STATE_CLOSED || event.to() == v1::RISK_STATE_DISMISSED ||
                    event.to() == v1::RISK_STATE_DUPLICATE;
  if (ends && std::max(status.level, event.level()) >= v1::RISK_LEVEL_ORANGE && event.by() == flag.reported_by()) {
    problems.push_back(problem(v1::PROBLEM_CODE_OWN_FLAG));
  }
  return problems;
}

bool isRestricted(v1::RiskKind kind) {
  return kind == v1::RISK_KIND_SUSPECTED_ABUSE || kind == v1::RISK_KIND_MOOD_SELF_HARM;
}

}  // namespace doorstep::care
