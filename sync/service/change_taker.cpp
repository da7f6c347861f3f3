#include "sync/service/change_taker.h"

#include <algorithm>

#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"
#include "sync/service/judgement.h"
#include "sync/service/put_right.h"
#include "sync/service/quarantine/settle_change.h"
#include "sync/service/rights.h"
#include "sync/service/settle/settle.h"
#include "sync/service/unseen_conflicts.h"

namespace doorstep::service {
namespace {

// With the revision that it was made at: a device that holds it as it made it shall not take that for what stands
// after later edits. Where its times were put right the note says so again.
v1::Receipt createdBefore(const v1::Change& change, const StoredRecord& existing) {
  v1::Receipt receipt = appliedReceipt(change, existing.created.revision);
  const bool as_made = existing.encoded == replication::encode(change.create());
  if (!as_made && existing.revision.sequence() == existing.created.revision.sequence()) {
    *receipt.add_problems() = problem(v1::PROBLEM_CODE_TIME_UNCERTAIN, "create");
  }
  return receipt;
}

}  // namespace

absl::StatusOr<v1::Receipt> ChangeTaker::take(const v1::Change& change, const Circumstances& circumstances) {
  switch (change.action_case()) {
    case v1::Change::kCreate:
      return create(change, circumstances);
    case v1::Change::kEdit:
      return edit(change, circumstances);
    case v1::Change::kSettle:
      return settle(change);
    case v1::Change::kSkipped:
      return quarantinedReceipt(change, {problem(v1::PROBLEM_CODE_MALFORMED, "skipped")});
    default:
      return quarantinedReceipt(change, {problem(v1::PROBLEM_CODE_UNKNOWN_KIND, "action")});
  }
}

absl::StatusOr<v1::Receipt> ChangeTaker::settle(const v1::Change& change) {
  DOORSTEP_ASSIGN(auto receipt, settleRecord(work_, caller_, change));
  return receipt.has_value() ? absl::StatusOr<v1::Receipt>(*std::move(receipt))
                             : settleChange(work_, caller_, known_, change);
}

absl::StatusOr<v1::Receipt> ChangeTaker::create(const v1::Change& change, const Circumstances& circumstances) {
  DOORSTEP_ASSIGN(const auto existing, work_.ledger.record(replication::idOf(change.create())));
  if (existing.has_value()) {
    // A replica that began anew after a fork sends again what it had no receipt for.
    const bool same = existing->created.change_id == change.id() && existing->created.worker_id == change.worker_id();
    // What was put aside may have been taken in as it was before its correction came.
    const bool late = !change.corrects().empty();
    return same
               ? createdBefore(change, *existing)
               : quarantinedReceipt(
                     change,
                     {problem(late ? v1::PROBLEM_CODE_ALREADY_SETTLED : v1::PROBLEM_CODE_ALREADY_EXISTS, "create.id")});
  }
  DOORSTEP_ASSIGN(const TimeFinding finding, findTime(work_, change, circumstances));
  if (finding.uncertain.has_value()) {
    Problems problems = {*finding.uncertain};
    const Problems own = care::validate(change.create(), work_.now);
    problems.insert(problems.end(), own.begin(), own.end());
    return quarantinedReceipt(change, problems);
  }
  if (!finding.put_right.has_value()) {
    return createAt(change, circumstances);
  }
  v1::Change moved = change;
  *moved.mutable_create() = finding.put_right->record;
  DOORSTEP_ASSIGN(v1::Receipt receipt, createAt(moved, circumstances));
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED) {
    *receipt.add_problems() = finding.put_right->note;
  }
  return receipt;
}

absl::StatusOr<v1::Receipt> ChangeTaker::createAt(const v1::Change& change, const Circumstances& circumstances) {
  DOORSTEP_ASSIGN(const Problems problems, judgeCreation(work_, caller_, change, circumstances));
  if (!problems.empty()) {
    return quarantinedReceipt(change, problems);
  }
  DOORSTEP_ASSIGN(const v1::Revision revision, writer_.create(change.create(), author(change)));
  return appliedReceipt(change, revision);
}

absl::StatusOr<v1::Receipt> ChangeTaker::edit(const v1::Change& change, const Circumstances& circumstances) {
  DOORSTEP_ASSIGN(const auto stored, work_.ledger.record(change.edit().record_id()));
  if (!stored.has_value() || stored->kind != change.edit().kind()) {
    return quarantinedReceipt(change, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "edit.record_id")});
  }
  DOORSTEP_ASSIGN(const v1::Record current, decoded(*stored));
  DOORSTEP_ASSIGN(const Problems problems, judgeEdit(work_, caller_, change, current, circumstances));
  if (!problems.empty()) {
    return quarantinedReceipt(change, problems);
  }
  return mergeInto(*stored, current, change, circumstances);
}

absl::StatusOr<v1::Receipt> ChangeTaker::mergeInto(const StoredRecord& stored, const v1::Record& current,
                                                   const v1::Change& change, const Circumstances& circumstances) {
  DOORSTEP_ASSIGN(const auto fields, work_.ledger.fieldRevisions(stored.id));
  const bool before = std::any_of(fields.begin(), fields.end(),
                                  [&change](const auto& field) { return field.second.change_id == change.id(); });
  if (before && !outside::planted(outside::Fault::kAppliedTwice)) {
    return appliedReceipt(change, stored.revision);
  }
  DOORSTEP_ASSIGN(const auto conflicts, work_.ledger.findIds({Index::kConflictOfChange, change.id()}));
  if (!conflicts.empty()) {  // sent again after a fork, and known to have lost; perhaps only after it had stood
    DOORSTEP_ASSIGN(auto known, known_.find(change));
    if (known.has_value()) {
      return *std::move(known);
    }
    v1::Receipt receipt = appliedReceipt(change, stored.revision);
    receipt.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
    receipt.mutable_conflict_ids()->Add(conflicts.begin(), conflicts.end());
    return receipt;
  }
  replication::FieldRevision by = author(change);
  DOORSTEP_ASSIGN(by.revision, work_.ledger.head());
  by.revision.set_sequence(by.revision.sequence() + 1);
  DOORSTEP_ASSIGN(auto unseen, unseenConflicts(work_, change.edit()));
  v1::Patch patch = change.edit();
  if (outside::planted(outside::Fault::kBaseIgnored)) {
    *patch.mutable_base() = by.revision;
  }
  if (outside::planted(outside::Fault::kDeviceClockOrders) &&
      std::any_of(fields.begin(), fields.end(),
                  [&change](const auto& field) { return field.second.change_id > change.id(); })) {
    by.role = v1::ROLE_UNSPECIFIED;  // ids begin with the time of the device that made them
  }
  auto merged = replication::merge({current, fields, stored.created, patch, by, std::move(unseen)});
  if (!merged.ok()) {
    return quarantinedReceipt(change, {problem(v1::PROBLEM_CODE_MALFORMED, "edit.fields")});
  }
  if (!merged->conflicts.empty()) {
    DOORSTEP_ASSIGN(auto known, known_.find(change));
    if (known.has_value()) {
      return *std::move(known);
    }
  }
  if (!merged->superseded) {
    DOORSTEP_ASSIGN(const Problems problems,
                    judgeMerged(work_, caller_, change, current, merged->record, circumstances));
    if (!problems.empty()) {
      return quarantinedReceipt(change, problems);
    }
  }
  v1::Receipt receipt = appliedReceipt(change, stored.revision);
  std::string household = stored.household_id;
  if (merged->superseded) {
    receipt.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
  } else {
    DOORSTEP_ASSIGN(*receipt.mutable_revision(),
                    writer_.replace(stored, current, merged->record, merged->changed_fields, by));
    DOORSTEP_ASSIGN(const auto now_stored, work_.ledger.record(stored.id));
    household = now_stored->household_id;
  }
  if (outside::planted(outside::Fault::kConflictLoserDropped)) {
    merged->conflicts.clear();
  }
  for (v1::Conflict& conflict : merged->conflicts) {
    DOORSTEP_ASSIGN(const std::string id, writer_.addConflict(std::move(conflict), household, by));
    receipt.add_conflict_ids(id);
  }
  return receipt;
}

replication::FieldRevision ChangeTaker::author(const v1::Change& change) const {
  replication::FieldRevision author;
  author.worker_id = change.worker_id();
  author.role = highestRole(caller_.roles);
  author.change_id = change.id();
  author.replica_id = change.replica_id();
  return author;
}

}  // namespace doorstep::service
