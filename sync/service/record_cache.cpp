#include "sync/service/record_cache.h"

#include <algorithm>
#include <utility>

#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

absl::StatusOr<v1::Record> read(std::string_view encoded) {
  auto record = replication::decodeRecord(encoded);
  if (!record.ok()) {
    return absl::DataLossError("a record in the ledger cannot be read");
  }
  return record;
}

}  // namespace

absl::StatusOr<const v1::Record*> RecordCache::find(const std::string& id, v1::RecordKind kind) {
  auto known = records_.find(id);
  if (known == records_.end()) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(id));
    std::optional<v1::Record> record;
    if (stored.has_value()) {
      DOORSTEP_ASSIGN(record, read(stored->encoded));
    }
    known = records_.emplace(id, std::move(record)).first;
  }
  const auto& record = known->second;
  return record.has_value() && replication::kindOf(*record) == kind ? &*record : nullptr;
}

absl::StatusOr<bool> RecordCache::isAssigned(const std::string& worker_id, const std::string& household_id,
                                             absl::CivilDay day) {
  auto known = assignments_.find(household_id);
  if (known == assignments_.end()) {
    std::vector<v1::Assignment> assignments;
    DOORSTEP_TRY(ledger_.forEachFound({Index::kAssignmentOfHousehold, household_id},
                                      [&assignments](std::string_view, std::string_view encoded) -> absl::Status {
                                        DOORSTEP_ASSIGN(v1::Record record, read(encoded));
                                        assignments.push_back(std::move(*record.mutable_assignment()));
                                        return absl::OkStatus();
                                      }));
    known = assignments_.emplace(household_id, std::move(assignments)).first;
  }
  return std::any_of(known->second.begin(), known->second.end(), [&](const v1::Assignment& assignment) {
    return assignment.worker_id() == worker_id && care::holdsOn(assignment, day);
  });
}

void RecordCache::forget(const std::string& id, v1::RecordKind kind) {
  records_.erase(id);
  if (kind == v1::RECORD_KIND_ASSIGNMENT) {
    assignments_.clear();
  }
}

}  // namespace doorstep::service
