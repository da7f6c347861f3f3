#include "sync/replication/merge.h"

#include <algorithm>
#include <utility>

#include "sync/replication/merge_rules.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"

namespace doorstep::replication {
namespace {

v1::Conflict conflictOf(const MergeInputs& inputs, const v1::Record& patched, const std::string& field,
                        const FieldRevision& standing, const Choice& choice) {
  const bool patch_wins = choice.winner == Winner::kPatch;
  const FieldRevision& chosen = patch_wins ? inputs.author : standing;
  const FieldRevision& other = patch_wins ? standing : inputs.author;
  v1::Conflict conflict;
  conflict.set_record_kind(inputs.patch.kind());
  conflict.set_record_id(inputs.patch.record_id());
  conflict.set_field(field);
  conflict.set_chosen_value(fieldValue(patch_wins ? patched : inputs.current, field));
  conflict.set_other_value(fieldValue(patch_wins ? inputs.current : patched, field));
  conflict.set_chosen_by(chosen.worker_id);
  conflict.set_other_by(other.worker_id);
  conflict.set_chosen_change_id(chosen.change_id);
  conflict.set_other_change_id(other.change_id);
  conflict.set_rule(choice.rule);
  return conflict;
}

// Whether somebody else said, unseen by the author, what the rule protects against the patch's value.
bool isContested(const MergeInputs& inputs, const v1::Record& patched, const std::string& field) {
  const auto protects = [&](const std::string& value, const std::string& by) {
    const absl::StatusOr<v1::Record> said = decodeRecord(value);
    return by != inputs.author.worker_id && said.ok() && outweighs(*said, patched, field);
  };
  return std::any_of(inputs.unseen.begin(), inputs.unseen.end(), [&](const v1::Conflict& conflict) {
    return conflict.field() == field && (protects(conflict.chosen_value(), conflict.chosen_by()) ||
                                         protects(conflict.other_value(), conflict.other_by()));
  });
}

}  // namespace

bool isAfter(const v1::Revision& left, const v1::Revision& right) {
  return std::pair(left.epoch(), left.sequence()) > std::pair(right.epoch(), right.sequence());
}

absl::StatusOr<MergeResult> merge(const MergeInputs& inputs) {
  v1::Record patched = inputs.current;
  if (absl::Status status = apply(inputs.patch, patched); !status.ok()) {
    return status;
  }
  MergeResult result;
  v1::Patch standing_part = inputs.patch;  // what of the patch stands
  standing_part.mutable_fields()->clear_paths();
  for (const std::string& field : inputs.patch.fields().paths()) {
    const auto known = inputs.field_revisions.find(field);
    const FieldRevision& standing = known == inputs.field_revisions.end() ? inputs.created : known->second;
    // A replica's changes come in its order, so it saw what it set itself before.
    const bool newer = isAfter(standing.revision, inputs.patch.base()) &&
                       (standing.replica_id != inputs.author.replica_id || isContested(inputs, patched, field));
    bool wins = true;
    if (newer && !sameValue(inputs.current, patched, field)) {
      const Choice choice = choose(inputs.current, patched, field, standing, inputs.author);
      result.conflicts.push_back(conflictOf(inputs, patched, field, standing, choice));
      wins = choice.winner == Winner::kPatch;
    }
    if (wins) {
      standing_part.mutable_fields()->add_paths(field);
      result.changed_fields.push_back(field);
    }
  }
  result.record = inputs.current;
  result.superseded = result.changed_fields.empty() && !inputs.patch.fields().paths().empty();
  if (absl::Status status = apply(standing_part, result.record); !status.ok()) {
    return status;
  }
  return result;
}

}  // namespace doorstep::replication
