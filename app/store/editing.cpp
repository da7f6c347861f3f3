// Recorder::edit: what an editor changed becomes a patch on top of the service's version.
#include <utility>

#include "app/store/recording.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

SaveResult refused(v1::ProblemCode code) {
  SaveResult result;
  result.problems.emplace_back().set_code(code);
  return result;
}

// What `patch` changes in these fields alone; nothing when it does not touch them.
std::optional<v1::Patch> only(const v1::Patch& patch, const std::vector<std::string>& fields, const v1::Record& before,
                              const v1::Revision& base) {
  v1::Patch chosen = patch;
  chosen.mutable_fields()->clear_paths();
  for (const std::string& field : fields) {
    chosen.mutable_fields()->add_paths(field);
  }
  v1::Record after = before;
  return replication::apply(chosen, after).ok() ? replication::difference(before, after, base) : std::nullopt;
}

}  // namespace

absl::StatusOr<SaveResult> Recording::edit(const v1::Record& before, const v1::Record& after) {
  const v1::RecordKind kind = replication::kindOf(after);
  if (replication::classOf(kind) != v1::CHANGE_CLASS_EDITED) {
    return refused(v1::PROBLEM_CODE_NOT_EDITABLE);
  }
  if (replication::kindOf(before) != kind || replication::idOf(before) != replication::idOf(after)) {
    return absl::InvalidArgumentError("an edit is of one record");
  }
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> stored, records_.find(kind, replication::idOf(after)));
  if (!stored) {
    return refused(v1::PROBLEM_CODE_UNKNOWN_REFERENCE);
  }
  const std::optional<v1::Patch> patch = replication::difference(before, after, stored->revision);
  if (!patch) {
    return SaveResult{};
  }
  SaveResult result;
  result.problems = care::validate(after, clock_.now());
  if (!result.problems.empty()) {
    return result;
  }
  DOORSTEP_ASSIGN(const v1::Record now, replication::decodeRecord(stored->content));
  // A field that is no longer what the editor saw: the revision they saw is not known any more, so
  // the patch says "older than anything" and the service keeps both values (promise P5).
  std::vector<std::string> seen;
  std::vector<std::string> outdated;
  for (const std::string& field : patch->fields().paths()) {
    (replication::sameValue(before, now, field) ? seen : outdated).push_back(field);
  }
  DOORSTEP_ASSIGN(const std::string elder, elderOf(after));
  for (std::optional<v1::Patch> piece :
       {only(*patch, seen, before, stored->revision), only(*patch, outdated, before, v1::Revision())}) {
    if (piece) {
      DOORSTEP_TRY(queuePatch(*stored, *std::move(piece), elder));
    }
  }
  DOORSTEP_TRY(showAgain(*stored));
  return result;
}

absl::Status Recording::queuePatch(const StoredRecord& record, v1::Patch patch, const std::string& elder) {
  v1::Change change;
  *change.mutable_edit() = std::move(patch);
  return outgoing_.add(std::move(change), {record.kind, record.id, record.household, elder});
}

}  // namespace doorstep::store
