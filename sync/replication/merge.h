#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/conflict.pb.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/record.pb.h"

// The one merge of the system, run by the service alone (architecture decision 3). Different fields
// merge silently. A field whose revision is newer than the patch's base is a conflict when the
// values differ, unless both come from one replica, which saw its own: both are kept, one is picked by the field's
// rule (merge_rules.h), the other goes into a Conflict. A replica's own later value does not undo what somebody else
// said meanwhile and the rule protects. Deterministic; pure.
namespace doorstep::replication {

// Who set a field last, and in which commit.
struct FieldRevision {
  v1::Revision revision;
  std::string worker_id;
  v1::Role role = v1::ROLE_VISITOR;  // the highest role the worker had then
  std::string change_id;
  std::string replica_id;
};
using FieldRevisions = std::map<std::string, FieldRevision>;

struct MergeInputs {
  const v1::Record& current;
  const FieldRevisions& field_revisions;  // a field that is missing was set at creation
  const FieldRevision& created;           // by whom and when the record was created
  const v1::Patch& patch;
  FieldRevision author;  // of the patch; its revision is the commit's
  // The record's conflicts that were found after the patch's base: a replica that goes on with its own value has
  // not seen what others said meanwhile. Asked of fields with a rule alone (merge_rules.h).
  std::vector<v1::Conflict> unseen = {};
};

struct MergeResult {
  v1::Record record;
  std::vector<std::string> changed_fields;  // set by this patch: their field revision is now the author's
  std::vector<v1::Conflict> conflicts;      // id, household_id and found_at are the caller's to fill in
  bool superseded = false;                  // no field of the patch stands
};

absl::StatusOr<MergeResult> merge(const MergeInputs& inputs);

bool isAfter(const v1::Revision& left, const v1::Revision& right);

}  // namespace doorstep::replication
