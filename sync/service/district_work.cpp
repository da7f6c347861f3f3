#include "sync/service/district_work.h"

#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::service {

absl::StatusOr<v1::Record> decoded(const StoredRecord& stored) {
  auto record = replication::decodeRecord(stored.encoded);
  if (!record.ok()) {
    return absl::DataLossError("a record in the ledger cannot be read");
  }
  return record;
}

absl::StatusOr<std::optional<v1::Record>> DistrictWork::find(const std::string& id, v1::RecordKind kind) const {
  DOORSTEP_ASSIGN(const v1::Record* record, cache.find(id, kind));
  return record == nullptr ? std::nullopt : std::optional(*record);
}

}  // namespace doorstep::service
