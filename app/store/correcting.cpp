#include <utility>

#include "app/store/local_checks.h"
#include "app/store/recording.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"

// A record that the service put aside, put right by who made it.
namespace doorstep::store {

absl::StatusOr<SaveResult> Recording::correctVisit(const std::string& change_id, absl::Time started_at,
                                                   absl::Time ended_at) {
  DOORSTEP_ASSIGN(const std::optional<v1::Change> aside, outgoing_.putAside(change_id));
  if (!aside || !aside->create().has_visit()) {
    return absl::NotFoundError("no visit of this change was put aside");
  }
  v1::Record record = aside->create();
  v1::Visit& visit = *record.mutable_visit();
  *visit.mutable_started_at() = care::toTimestamp(started_at);
  *visit.mutable_ended_at() = care::toTimestamp(ended_at);
  visit.clear_pauses();
  SaveResult result;
  result.problems = care::validate(record, clock_.now());
  if (result.problems.empty()) {
    DOORSTEP_ASSIGN(result.problems, problemsOfLateEntry(database_, visit, clock_.now()));
  }
  if (result.problems.empty()) {
    DOORSTEP_TRY(replaceAside(record, change_id));
  }
  return result;
}

absl::Status Recording::replaceAside(const v1::Record& record, const std::string& change_id) {
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> before,
                  records_.find(replication::kindOf(record), replication::idOf(record)));
  StoredRecord stored = before.value_or(StoredRecord());
  stored.kind = replication::kindOf(record);
  stored.id = replication::idOf(record);
  stored.household = replication::householdOf(record);
  stored.content = replication::encode(record);
  stored.month = replication::digestMonth(record);
  if (before) {
    DOORSTEP_TRY(tables_.erase(stored.kind, stored.id));
  }
  DOORSTEP_TRY(records_.put(stored, parentOf(record), before ? &*before : nullptr, tables_.digests()));
  DOORSTEP_TRY(tables_.put(record));
  DOORSTEP_ASSIGN(const std::string elder, elderOf(record));
  v1::Change change;
  *change.mutable_create() = record;
  change.set_corrects(change_id);
  DOORSTEP_TRY(outgoing_.add(std::move(change), {stored.kind, stored.id, stored.household, elder}));
  return outgoing_.markCorrected(change_id);
}

}  // namespace doorstep::store
