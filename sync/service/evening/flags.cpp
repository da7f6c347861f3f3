#include "sync/service/evening/flags.h"

#include <vector>

#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"
#include "sync/service/references.h"

namespace doorstep::service {

absl::StatusOr<std::optional<FoldedFlag>> foldedFlag(DistrictReader& ledger, const std::string& id) {
  DOORSTEP_ASSIGN(const auto stored, ledger.record(id));
  if (!stored.has_value()) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
  DOORSTEP_ASSIGN(const auto records, eventsOf(ledger, id));
  std::vector<const v1::RiskEvent*> events;
  for (const v1::Record& event : records) {
    events.push_back(event.has_risk_event() ? &event.risk_event() : &event.restricted_risk_event());
  }
  const v1::RiskFlag& flag = record.has_risk_flag() ? record.risk_flag() : record.restricted_risk_flag();
  return FoldedFlag{flag, care::foldRisk(flag, events)};
}

bool isOverdue(const FoldedFlag& folded, const care::WorkingDays& working_days, absl::Time now) {
  if (!care::isOpen(folded.status.state)) {
    return false;
  }
  const std::optional<absl::Time> due = care::nextDueAt(folded.flag, folded.status, working_days);
  return due.has_value() && *due < now;
}

}  // namespace doorstep::service
