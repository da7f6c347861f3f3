#include "sync/service/settle/settle.h"

#include <string>
#include <utility>
#include <vector>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"
#include "sync/service/receipts.h"
#include "sync/service/record_writer.h"
#include "sync/service/rights.h"
#include "sync/service/settle/settle_checks.h"
#include "sync/service/unseen_conflicts.h"

namespace doorstep::service {
namespace {

class Settling {
 public:
  Settling(DistrictWork& work, const Caller& caller, const v1::Change& change)
      : work_(work), caller_(caller), change_(change), writer_(work) {
    author_.worker_id = change.worker_id();
    author_.role = highestRole(caller.roles);
    author_.change_id = change.id();
    author_.replica_id = change.replica_id();
    receipt_.set_change_id(change.id());
    receipt_.set_sequence(change.sequence());
    receipt_.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
  }

  absl::StatusOr<v1::Receipt> conflict(const StoredRecord& stored, const v1::Record& before) {
    const v1::Decision decision = change_.settle().decision();
    if (decision != v1::DECISION_KEEP_CHOSEN && decision != v1::DECISION_TAKE_OTHER) {
      return quarantined({problem(v1::PROBLEM_CODE_MALFORMED, "settle.decision")});
    }
    const bool take = decision == v1::DECISION_TAKE_OTHER;
    if (before.conflict().has_settled_at()) {
      return settledBefore(stored, before.conflict().other_taken() == take);
    }
    bool taken = false;
    if (take) {
      DOORSTEP_ASSIGN(const Problems problems, takeOther(before.conflict(), taken));
      if (!problems.empty()) {
        return quarantined(problems);
      }
    }
    if (outside::planted(outside::Fault::kDecisionNotKept)) {
      *receipt_.mutable_revision() = stored.revision;
      return receipt_;
    }
    v1::Record after = before;
    v1::Conflict& settled = *after.mutable_conflict();
    settled.set_settled_by(change_.worker_id());
    *settled.mutable_settled_at() = care::toTimestamp(work_.now);
    settled.set_other_taken(taken);
    settled.set_settling_change_id(change_.id());
    DOORSTEP_ASSIGN(*receipt_.mutable_revision(), writer_.replace(stored, before, after, {}, author_));
    return receipt_;
  }

  absl::StatusOr<v1::Receipt> duplicate(const StoredRecord& stored, const v1::Record& before) {
    if (change_.settle().decision() != v1::DECISION_SEPARATE) {
      return quarantined({problem(v1::PROBLEM_CODE_MALFORMED, "settle.decision")});
    }
    if (before.likely_duplicate().has_settled_at()) {
      return settledBefore(stored, before.likely_duplicate().separate());
    }
    v1::Record after = before;
    v1::LikelyDuplicate& settled = *after.mutable_likely_duplicate();
    settled.set_settled_by(change_.worker_id());
    *settled.mutable_settled_at() = care::toTimestamp(work_.now);
    settled.set_separate(true);
    DOORSTEP_ASSIGN(*receipt_.mutable_revision(), writer_.replace(stored, before, after, {}, author_));
    return receipt_;
  }

  v1::Receipt quarantined(const Problems& problems) {
    receipt_.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
    receipt_.mutable_problems()->Add(problems.begin(), problems.end());
    return receipt_;
  }

 private:
  v1::Receipt settledBefore(const StoredRecord& stored, bool alike) {
    *receipt_.mutable_revision() = stored.revision;
    if (!alike) {
      receipt_.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
      *receipt_.add_problems() = problem(v1::PROBLEM_CODE_ALREADY_SETTLED, "settle.subject_id");
    }
    return receipt_;
  }

  // The ordinary way of an edit, by the person who settles it.
  absl::StatusOr<Problems> takeOther(const v1::Conflict& conflict, bool& taken) {
    DOORSTEP_ASSIGN(const auto stored, work_.ledger.record(conflict.record_id()));
    auto values = replication::decodeRecord(conflict.other_value());
    if (!stored.has_value() || !values.ok()) {
      return Problems{problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "settle.subject_id")};
    }
    DOORSTEP_ASSIGN(const v1::Record current, decoded(*stored));
    v1::Patch patch;
    patch.set_kind(stored->kind);
    patch.set_record_id(stored->id);
    *patch.mutable_base() = change_.settle().base();
    patch.mutable_fields()->add_paths(conflict.field());
    *patch.mutable_values() = *std::move(values);
    DOORSTEP_ASSIGN(Problems problems, checkMayTake(work_, caller_, current, conflict.field()));
    if (!problems.empty()) {
      return problems;
    }
    DOORSTEP_ASSIGN(const auto fields, work_.ledger.fieldRevisions(stored->id));
    replication::FieldRevision by = author_;
    DOORSTEP_ASSIGN(by.revision, work_.ledger.head());
    by.revision.set_sequence(by.revision.sequence() + 1);
    DOORSTEP_ASSIGN(auto unseen, unseenConflicts(work_, patch));
    auto merged = replication::merge({current, fields, stored->created, patch, by, std::move(unseen)});
    if (!merged.ok()) {
      return Problems{problem(v1::PROBLEM_CODE_MALFORMED, "settle.subject_id")};
    }
    taken = !merged->superseded;
    if (taken) {
      DOORSTEP_ASSIGN(problems, checkTaken(work_, caller_, current, merged->record, conflict.other_by()));
      if (!problems.empty()) {
        return problems;
      }
      DOORSTEP_TRY(writer_.replace(*stored, current, merged->record, merged->changed_fields, by).status());
    } else {
      receipt_.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
      *receipt_.add_problems() = problem(v1::PROBLEM_CODE_CHANGED_SINCE, "settle.subject_id");
    }
    for (v1::Conflict& again : merged->conflicts) {
      DOORSTEP_ASSIGN(const std::string id, writer_.addConflict(std::move(again), conflict.household_id(), by));
      receipt_.add_conflict_ids(id);
    }
    return Problems();
  }

  DistrictWork& work_;
  const Caller& caller_;
  const v1::Change& change_;
  RecordWriter writer_;
  replication::FieldRevision author_;
  v1::Receipt receipt_;
};

}  // namespace

absl::StatusOr<std::optional<v1::Receipt>> settleRecord(DistrictWork& work, const Caller& caller,
                                                        const v1::Change& change) {
  DOORSTEP_ASSIGN(const auto stored, work.ledger.record(change.settle().subject_id()));
  if (!stored.has_value() ||
      (stored->kind != v1::RECORD_KIND_CONFLICT && stored->kind != v1::RECORD_KIND_LIKELY_DUPLICATE)) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const v1::Record subject, decoded(*stored));
  Settling settling(work, caller, change);
  DOORSTEP_ASSIGN(const Problems problems, checkSettler(work, caller, change, subject));
  if (!problems.empty()) {
    return settling.quarantined(problems);
  }
  if (subject.has_conflict()) {
    DOORSTEP_ASSIGN(v1::Receipt receipt, settling.conflict(*stored, subject));
    return receipt;
  }
  DOORSTEP_ASSIGN(v1::Receipt receipt, settling.duplicate(*stored, subject));
  return receipt;
}

}  // namespace doorstep::service
