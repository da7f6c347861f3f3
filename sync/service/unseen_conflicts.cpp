#include "sync/service/unseen_conflicts.h"

#include <algorithm>

#include "sync/outside/attempt.h"
#include "sync/replication/merge.h"
#include "sync/replication/merge_rules.h"

namespace doorstep::service {

absl::StatusOr<std::vector<v1::Conflict>> unseenConflicts(const DistrictWork& work, const v1::Patch& patch) {
  const auto& fields = patch.fields().paths();
  const auto has_rule = [&patch](const std::string& field) {
    return replication::ruleOf(patch.kind(), field) != replication::FieldRule::kRoleThenOrder;
  };
  std::vector<v1::Conflict> unseen;
  if (std::none_of(fields.begin(), fields.end(), has_rule)) {
    return unseen;
  }
  DOORSTEP_ASSIGN(const auto stored, work.ledger.find({Index::kConflictOfRecord, patch.record_id()}));
  for (const StoredRecord& one : stored) {
    DOORSTEP_ASSIGN(const v1::Record record, decoded(one));
    if (!record.conflict().has_settled_at() && replication::isAfter(one.created.revision, patch.base())) {
      unseen.push_back(record.conflict());
    }
  }
  return unseen;
}

}  // namespace doorstep::service
