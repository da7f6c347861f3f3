#include "sync/service/evening/open_matters.h"

#include <vector>

#include "sync/care/ladder.h"
#include "sync/care/working_days.h"
#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"
#include "sync/service/evening/flags.h"
#include "sync/service/references.h"

namespace doorstep::service {
namespace {

absl::Status countLadders(DistrictReader& ledger, const v1::DistrictRules& rules, v1::EndOfDay& into) {
  DOORSTEP_ASSIGN(const auto ladders, ledger.find({Index::kLadder, ""}));
  for (const StoredRecord& stored : ladders) {
    DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
    DOORSTEP_ASSIGN(const auto events, eventsOf(ledger, stored.id));
    std::vector<const v1::LadderEvent*> in_order;
    for (const v1::Record& event : events) {
      in_order.push_back(&event.ladder_event());
    }
    const bool ended = care::foldLadder(record.ladder(), in_order, rules).ended;
    into.set_ladders_running(into.ladders_running() + (ended ? 0 : 1));
  }
  return absl::OkStatus();
}

void countFlag(const FoldedFlag& folded, const care::WorkingDays& working_days, absl::Time now, v1::EndOfDay& into) {
  if (!care::isOpen(folded.status.state)) {
    return;
  }
  switch (folded.status.level) {
    case v1::RISK_LEVEL_RED:
      into.set_risks_open_red(into.risks_open_red() + 1);
      break;
    case v1::RISK_LEVEL_ORANGE:
      into.set_risks_open_orange(into.risks_open_orange() + 1);
      break;
    default:
      into.set_risks_open_yellow(into.risks_open_yellow() + 1);
      break;
  }
  into.set_risks_overdue(into.risks_overdue() + (isOverdue(folded, working_days, now) ? 1 : 0));
}

}  // namespace

absl::Status countOpenMatters(DistrictReader& ledger, const v1::DistrictRules& rules, absl::Time now,
                              v1::EndOfDay& into) {
  DOORSTEP_ASSIGN(const auto conflicts, ledger.findIds({Index::kConflict, ""}));
  into.set_conflicts_open(conflicts.size());
  DOORSTEP_TRY(countLadders(ledger, rules, into));
  const care::WorkingDays working_days(rules);
  DOORSTEP_ASSIGN(const auto flags, ledger.findIds({Index::kRisk, ""}));
  for (const std::string& id : flags) {
    DOORSTEP_ASSIGN(const auto folded, foldedFlag(ledger, id));
    if (folded.has_value()) {
      countFlag(*folded, working_days, now, into);
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
