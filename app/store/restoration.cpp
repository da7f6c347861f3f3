#include "app/store/restoration.h"

#include <optional>
#include <vector>

#include "app/store/record_table.h"
#include "app/store/replica_row.h"
#include "app/store/unconfirmed.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// These are ours alone until the service takes them again: no whole pull removes them.
absl::Status takeBack(sqlite::Database& database, QueryTables& tables, const std::vector<ChangeSubject>& created) {
  RecordTable records(database);
  for (const ChangeSubject& subject : created) {
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records.find(subject.kind, subject.record_id));
    if (!known || known->revision.sequence() == 0) {
      continue;
    }
    StoredRecord record = *known;
    record.revision.Clear();
    record.counted = false;
    const absl::StatusOr<v1::Record> decoded = replication::decodeRecord(record.content);
    DOORSTEP_TRY(records.put(record, decoded.ok() ? parentOf(*decoded) : std::string(), &*known, tables.digests()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status sendAgainAfter(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                            std::uint64_t consumed, const std::string& other_replica_id) {
  DOORSTEP_ASSIGN(const std::vector<ChangeSubject> created, outgoing.sendAgainAfter(consumed, other_replica_id, false));
  return takeBack(database, tables, created);
}

absl::Status beginEpoch(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables, std::uint64_t epoch,
                        std::uint64_t consumed, const std::string& other_replica_id) {
  if (!outside::planted(outside::Fault::kEpochNotTakenOver)) {
    DOORSTEP_ASSIGN(const std::vector<ChangeSubject> created,
                    outgoing.sendAgainAfter(consumed, other_replica_id, true));
    DOORSTEP_TRY(takeBack(database, tables, created));
  }
  DOORSTEP_TRY(Unconfirmed(database).begin());
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database));
  replica.cursor.set_epoch(epoch);
  replica.cursor.set_sequence(0);
  return saveReplica(database, replica);
}

absl::Status beginNewReplica(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                             const std::string& replica_id) {
  DOORSTEP_ASSIGN(const bool restored, Unconfirmed(database).any());
  DOORSTEP_ASSIGN(const std::vector<ChangeSubject> created, outgoing.beginNewReplica(replica_id, restored));
  return takeBack(database, tables, created);
}

}  // namespace doorstep::store
