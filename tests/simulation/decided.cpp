#include "tests/simulation/decided.h"

#include <algorithm>
#include <optional>

#include "sync/outside/identifier.h"
#include "sync/replication/records.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

std::optional<v1::Conflict> conflictOf(service::DistrictReader& ledger, const std::string& id) {
  const auto stored = ledger.record(id);
  if (!stored.ok() || !stored->has_value() || (*stored)->kind != v1::RECORD_KIND_CONFLICT) {
    return std::nullopt;
  }
  return replication::decodeRecord((*stored)->encoded)->conflict();
}

bool isAside(const Consumed& consumed) {
  return consumed.receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED;
}

// For nothing but what accepting it has put out of doubt.
bool isAsideForDoubts(const Consumed& consumed) {
  const auto& problems = consumed.receipt.problems();
  return isAside(consumed) && std::all_of(problems.begin(), problems.end(), [](const v1::Problem& problem) {
           return problem.code() == v1::PROBLEM_CODE_DEVICE_REVOKED ||
                  problem.code() == v1::PROBLEM_CODE_TIME_UNCERTAIN;
         });
}

void checkConflict(World& world, const v1::Conflict& conflict, const v1::Receipt& receipt, const v1::Change& change) {
  const bool take = change.settle().decision() == v1::DECISION_TAKE_OTHER;
  if (!conflict.has_settled_at()) {
    world.broke("P2: a conflict that somebody has settled is open");
  } else if (receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED && conflict.other_taken() != take) {
    world.broke("P2: a conflict is settled otherwise than the receipt says");
  }
}

}  // namespace

void checkDecided(World& world, service::DistrictReader& ledger, const ServiceLog& log, const Saved& saved) {
  const v1::Settlement& settlement = saved.change.settle();
  const v1::Receipt& receipt = log.at(saved.change.id()).back().receipt;
  const auto stored = ledger.record(settlement.subject_id());
  if (stored.ok() && stored->has_value() && (*stored)->kind == v1::RECORD_KIND_LIKELY_DUPLICATE) {
    if (!replication::decodeRecord((*stored)->encoded)->likely_duplicate().has_settled_at()) {
      world.broke("P2: a pair that somebody has settled is open");
    }
    return;
  }
  if (const auto conflict = conflictOf(ledger, settlement.subject_id())) {
    checkConflict(world, *conflict, receipt, saved.change);
    return;
  }
  const auto subject = log.find(settlement.subject_id());
  // What comes again after a restore or under another replica is judged again.
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_APPLIED || world.model().restored() > 0 || subject == log.end() ||
      subject->second.size() > 1) {
    return;
  }
  const Consumed& one = subject->second.front();
  const auto waiting = ledger.quarantinedChange(settlement.subject_id());
  if (settlement.decision() == v1::DECISION_ACCEPT && isAsideForDoubts(one)) {
    world.broke("P2: what was accepted is not taken in");
  } else if (settlement.decision() == v1::DECISION_LET_GO && (!isAside(one) || !waiting.ok() || !waiting->empty())) {
    world.broke("P2: what was let go is taken in, or waits still");
  }
}

bool isTakenOther(service::DistrictReader& ledger, const v1::Change& change, const std::string& record_id,
                  const std::string& field) {
  if (change.settle().decision() != v1::DECISION_TAKE_OTHER) {
    return false;
  }
  const auto conflict = conflictOf(ledger, change.settle().subject_id());
  return conflict && conflict->record_id() == record_id && conflict->field() == field && conflict->other_taken();
}

}  // namespace doorstep::simulation
