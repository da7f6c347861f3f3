#include "sync/service/quarantine/settle_change.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/quarantine/quarantine.h"
#include "sync/service/receipts.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

constexpr std::ptrdiff_t kReasonCharacters = 200;

std::ptrdiff_t charactersOf(const std::string& utf8) {
  return std::count_if(utf8.begin(), utf8.end(),
                       [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

Problems problemsOf(const v1::Settlement& settlement) {
  if (settlement.decision() != v1::DECISION_ACCEPT && settlement.decision() != v1::DECISION_LET_GO) {
    return {problem(v1::PROBLEM_CODE_OUT_OF_RANGE, "settle.decision")};
  }
  if (charactersOf(settlement.reason()) > kReasonCharacters) {
    v1::Problem too_long = problem(v1::PROBLEM_CODE_TOO_LONG, "settle.reason");
    too_long.add_details(absl::StrCat(kReasonCharacters));
    return {too_long};
  }
  if (settlement.decision() == v1::DECISION_LET_GO && settlement.reason().empty()) {
    return {problem(v1::PROBLEM_CODE_MISSING, "settle.reason")};
  }
  return {};
}

// Decided and on record, though nothing was changed by it.
v1::Receipt withoutEffect(const v1::Change& settling, const v1::Revision& head, const Problems& problems) {
  v1::Receipt receipt = appliedReceipt(settling, head);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
  receipt.mutable_problems()->Add(problems.begin(), problems.end());
  return receipt;
}

absl::StatusOr<std::string> householdOf(DistrictReader& ledger, const v1::Change& change) {
  const bool follows_elder = change.create().has_elder_identity();
  if (!change.has_edit() && !follows_elder) {
    return replication::householdOf(change.create());
  }
  const std::string& record = follows_elder ? change.create().elder_identity().elder_id() : change.edit().record_id();
  DOORSTEP_ASSIGN(const auto stored, ledger.record(record));
  return stored.has_value() ? stored->household_id : std::string();
}

}  // namespace

absl::StatusOr<bool> maySettleChange(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                     absl::CivilDay today, const v1::Change* subject) {
  if (caller.has(v1::ROLE_DISTRICT_STAFF) || caller.has(v1::ROLE_OPERATOR)) {
    return true;
  }
  if (subject == nullptr || !caller.has(v1::ROLE_SUPERVISOR)) {
    return false;
  }
  ScopeView scope(ledger, directory);
  if (subject->create().has_household()) {
    return scope.reachesArea(caller, Scope::kOwnAreas, subject->create().household().area_id());
  }
  DOORSTEP_ASSIGN(const std::string household, householdOf(ledger, *subject));
  if (household.empty() || household == replication::directoryHousehold()) {
    return false;
  }
  return scope.reaches(caller, Scope::kOwnAreas, household, today);
}

absl::StatusOr<v1::Receipt> settleChange(DistrictWork& work, const Caller& caller, KnownChanges& known_changes,
                                         const v1::Change& settling) {
  const v1::Settlement& settlement = settling.settle();
  if (settling.worker_id() != caller.worker_id) {
    return quarantinedReceipt(settling, {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "worker_id")});
  }
  if (const Problems problems = problemsOf(settlement); !problems.empty()) {
    return quarantinedReceipt(settling, problems);
  }
  DOORSTEP_ASSIGN(const v1::Revision head, work.ledger.head());
  DOORSTEP_ASSIGN(const auto rows, work.ledger.quarantinedChange(settlement.subject_id()));
  if (rows.empty()) {
    // Perhaps by this very settlement, sent again by a replica that began anew after a fork.
    DOORSTEP_ASSIGN(auto known, known_changes.find(settling));
    if (known.has_value()) {
      return *std::move(known);
    }
    return withoutEffect(settling, head, {problem(v1::PROBLEM_CODE_ALREADY_SETTLED, "settle.subject_id")});
  }
  DOORSTEP_ASSIGN(const auto subject, changeOf(work.ledger, rows.back()));
  DOORSTEP_ASSIGN(const bool may, maySettleChange(work.ledger, work.directory, caller, work.today(),
                                                  subject.has_value() ? &*subject : nullptr));
  if (!may) {
    return quarantinedReceipt(settling, {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "settle.subject_id")});
  }
  Quarantine quarantine(work, caller);
  if (settlement.decision() == v1::DECISION_LET_GO) {
    DOORSTEP_TRY(quarantine.close(settlement.subject_id(), v1::Decision_Name(v1::DECISION_LET_GO)));
    DOORSTEP_TRY(quarantine.release(rows.back().record_id));
    DOORSTEP_ASSIGN(const v1::Revision after, work.ledger.head());
    return appliedReceipt(settling, after);
  }
  DOORSTEP_ASSIGN(const v1::Receipt outcome, quarantine.accept(settlement.subject_id()));
  DOORSTEP_ASSIGN(const v1::Revision after, work.ledger.head());
  const bool waits = has(outcome, v1::PROBLEM_CODE_WAITS_FOR_PARENT);
  if (outcome.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED || waits) {
    return appliedReceipt(settling, after);
  }
  return withoutEffect(settling, after, {outcome.problems().begin(), outcome.problems().end()});
}

}  // namespace doorstep::service
