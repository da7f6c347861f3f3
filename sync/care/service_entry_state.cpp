#include "sync/care/service_entry_state.h"

#include <algorithm>
#include <map>
#include <set>

namespace doorstep::care {

ServiceEntryStatus foldServiceEntry(const v1::ServiceEntry& entry,
                                    std::span<const v1::ServiceEntryEvent* const> events_in_order) {
  ServiceEntryStatus status{v1::SERVICE_ENTRY_STATE_SUBMITTED, {entry.workers().begin(), entry.workers().end()}};
  for (const v1::ServiceEntryEvent* event : events_in_order) {
    if (!mayFollow(status.state, event->to())) {
      continue;
    }
    status.state = event->to();
    if (event->to() == v1::SERVICE_ENTRY_STATE_CORRECTED) {
      status.workers.assign(event->corrected_workers().begin(), event->corrected_workers().end());
    }
  }
  return status;
}

bool mayFollow(v1::ServiceEntryState from, v1::ServiceEntryState to) {
  static const std::map<v1::ServiceEntryState, std::set<v1::ServiceEntryState>> table = {
      {v1::SERVICE_ENTRY_STATE_DRAFT, {v1::SERVICE_ENTRY_STATE_SUBMITTED, v1::SERVICE_ENTRY_STATE_VOIDED}},
      {v1::SERVICE_ENTRY_STATE_SUBMITTED,
       {v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::SERVICE_ENTRY_STATE_DISPUTED, v1::SERVICE_ENTRY_STATE_VOIDED}},
      {v1::SERVICE_ENTRY_STATE_CONFIRMED, {v1::SERVICE_ENTRY_STATE_DISPUTED, v1::SERVICE_ENTRY_STATE_VOIDED}},
      {v1::SERVICE_ENTRY_STATE_DISPUTED,
       {v1::SERVICE_ENTRY_STATE_CORRECTED, v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::SERVICE_ENTRY_STATE_VOIDED}},
      {v1::SERVICE_ENTRY_STATE_CORRECTED,
       {v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::SERVICE_ENTRY_STATE_DISPUTED, v1::SERVICE_ENTRY_STATE_VOIDED}},
  };
  const auto row = table.find(from);
  return row != table.end() && row->second.count(to) > 0;
}

std::vector<v1::Problem> checkEvent(const v1::ServiceEntry& /*entry*/, const ServiceEntryStatus& status,
                                    const v1::ServiceEntryEvent& event) {
  if (event.to() == status.state) {
    return {};
  }
  v1::Problem problem;
  problem.set_field("to");
  if (mayFollow(status.state, event.to())) {
    problem.set_code(v1::PROBLEM_CODE_NOT_PERMITTED);
    const bool own = event.to() == v1::SERVICE_ENTRY_STATE_CONFIRMED && worked(status, event.by());
    return own ? std::vector<v1::Problem>{problem} : std::vector<v1::Problem>();
  }
  problem.set_code(v1::PROBLEM_CODE_TRANSITION_NOT_ALLOWED);
  problem.add_details(v1::ServiceEntryState_Name(status.state));
  problem.add_details(v1::ServiceEntryState_Name(event.to()));
  return {problem};
}

bool worked(const ServiceEntryStatus& status, const std::string& worker_id) {
  return std::any_of(status.workers.begin(), status.workers.end(),
                     [&worker_id](const v1::WorkerMinutes& worker) { return worker.worker_id() == worker_id; });
}

bool givesMinutes(v1::ServiceEntryState state) {
  return state == v1::SERVICE_ENTRY_STATE_SUBMITTED || state == v1::SERVICE_ENTRY_STATE_CONFIRMED;
}

}  // namespace doorstep::care
