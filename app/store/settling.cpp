// Recorder::settle: a decision goes on its way, and what it means is shown at once.
#include <utility>

#include "app/store/pending_patches.h"
#include "app/store/recording.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

bool isSettled(const v1::Record& record) {
  return record.conflict().has_settled_at() || record.likely_duplicate().has_settled_at();
}

}  // namespace

absl::StatusOr<SaveResult> Recording::settle(v1::Settlement settlement) {
  std::optional<StoredRecord> subject;
  for (const v1::RecordKind kind : {v1::RECORD_KIND_CONFLICT, v1::RECORD_KIND_LIKELY_DUPLICATE}) {
    if (!subject) {
      DOORSTEP_ASSIGN(subject, records_.find(kind, settlement.subject_id()));
    }
  }
  v1::Change change;
  if (!subject) {  // a change that was put aside
    const ChangeSubject about{v1::RECORD_KIND_UNSPECIFIED, settlement.subject_id(), "", ""};
    *change.mutable_settle() = std::move(settlement);
    DOORSTEP_TRY(outgoing_.add(std::move(change), about));
    return SaveResult{};
  }
  DOORSTEP_ASSIGN(const v1::Record seen, replication::decodeRecord(subject->content));
  if (isSettled(seen)) {
    SaveResult refused;
    refused.problems.emplace_back().set_code(v1::PROBLEM_CODE_ALREADY_SETTLED);
    return refused;
  }
  *settlement.mutable_base() = subject->revision;
  *change.mutable_settle() = std::move(settlement);
  const std::string elder = seen.has_likely_duplicate() ? seen.likely_duplicate().elder_id()
                            : seen.conflict().record_kind() == v1::RECORD_KIND_ELDER ? seen.conflict().record_id()
                                                                                     : std::string();
  DOORSTEP_TRY(outgoing_.add(std::move(change), {subject->kind, subject->id, subject->household, elder}));
  DOORSTEP_TRY(showAgain(*subject));
  if (seen.has_conflict()) {
    const auto kind = static_cast<v1::RecordKind>(seen.conflict().record_kind());
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> target, records_.find(kind, seen.conflict().record_id()));
    if (target) {
      DOORSTEP_TRY(showAgain(*target));
    }
  }
  return SaveResult{};
}

absl::Status Recording::showAgain(const StoredRecord& before) {
  StoredRecord record = before;
  DOORSTEP_TRY(PendingPatches(database_).rebase(record));
  DOORSTEP_ASSIGN(const v1::Record shown, replication::decodeRecord(record.content));
  DOORSTEP_TRY(tables_.erase(record.kind, record.id));
  DOORSTEP_TRY(records_.put(record, parentOf(shown), &before, tables_.digests()));
  return tables_.put(shown);
}

}  // namespace doorstep::store
