#include "sync/service/district_work.h"

#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::service {

absl::StatusOr<v1::Record> decoded(const StoredRecord& stored) {
  auto record = replication::decodeRecord(stored.encoded);
  return record.ok() ? record : absl::DataLossError("a record in the ledger cannot be read");
}

absl::StatusOr<std::optional<v1::Record>> DistrictWork::find(const std::string& id, v1::RecordKind kind) const {
  DOORSTEP_ASSIGN(const auto stored, ledger.record(id));
  if (!stored.has_value() || stored->kind != kind) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(v1::Record record, decoded(*stored));
  return record;
}

}  // namespace doorstep::service
