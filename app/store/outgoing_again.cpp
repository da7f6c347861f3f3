// OutgoingQueue: what is sent again to a service that was set back, and what is let go once backups hold it.
#include "app/store/outgoing_queue.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"

namespace doorstep::store {

absl::StatusOr<std::vector<ChangeSubject>> OutgoingQueue::sendAgainAfter(std::uint64_t consumed,
                                                                         const std::string& other_replica_id,
                                                                         bool restored) {
  DOORSTEP_ASSIGN(const client::ReplicaState known, state());
  const bool lost = consumed < known.last_acknowledged;
  bool others = false;
  if (lost || restored) {
    DOORSTEP_ASSIGN(others,
                    hasRow(database_, "SELECT 1 FROM outgoing WHERE replica <> ?1 AND state <> 0 AND encoded <> x''",
                           blob(known.replica_id)));
  }
  if (!lost && !others) {
    return std::vector<ChangeSubject>();
  }
  DOORSTEP_ASSIGN(const bool whole, hasAllAfter(known.replica_id, consumed, known.last_acknowledged));
  const bool stays = whole && !others;
  DOORSTEP_ASSIGN(std::vector<ChangeSubject> created, waitAgain(known.replica_id, consumed, others));
  if (!stays) {
    DOORSTEP_TRY(rechain(other_replica_id));
  }
  return created;
}

// Byte by byte, and the hash that the first of them follows.
absl::StatusOr<bool> OutgoingQueue::hasAllAfter(const std::string& replica_id, std::uint64_t consumed,
                                                std::uint64_t last) {
  if (consumed >= last) {
    return true;
  }
  std::uint64_t here = 0;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT count(*) FROM outgoing WHERE replica = ?1 AND sequence > ?2 AND sequence <= ?3 AND encoded <> x''",
      [&](const sqlite::Statement& row) { here = static_cast<std::uint64_t>(row.integer(0)); }, blob(replica_id),
      consumed, last));
  DOORSTEP_ASSIGN(const bool follows, hasRow(database_, "SELECT 1 FROM outgoing WHERE replica = ?1 AND sequence = ?2",
                                             blob(replica_id), consumed));
  return here == last - consumed && (consumed == 0 || follows);
}

absl::StatusOr<std::vector<ChangeSubject>> OutgoingQueue::waitAgain(const std::string& replica_id, std::uint64_t after,
                                                                    bool other_replicas) {
  struct Again {
    std::string id;
    bool edits = false;
  };
  std::vector<Again> again;
  std::vector<ChangeSubject> created;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT change, encoded, removed, kind, record, household, elder FROM outgoing WHERE state <> 0 AND"
      " encoded <> x'' AND ((replica = ?1 AND sequence > ?2) OR (replica <> ?1 AND ?3)) ORDER BY rowid",
      [&](const sqlite::Statement& row) {
        const absl::StatusOr<v1::Change> change = replication::decodeChange(row.blob(1));
        again.push_back(
            {bytesOf(row, 0), change.ok() && (change->has_edit() || change->has_settle()) && row.integer(2) == 0});
        if (change.ok() && change->has_create()) {
          created.push_back(
              {static_cast<v1::RecordKind>(row.integer(3)), bytesOf(row, 4), bytesOf(row, 5), bytesOf(row, 6)});
        }
      },
      blob(replica_id), after, other_replicas));
  for (const Again& one : again) {
    DOORSTEP_TRY(database_.execute("UPDATE outgoing SET state = 0, receipt = NULL, patch_open = ?2 WHERE change = ?1",
                                   blob(one.id), one.edits));
  }
  return created;
}

// The last one acknowledged stays, and the one at the mark: hellos name their hashes.
absl::Status OutgoingQueue::release(std::uint64_t backed_up) {
  if (backed_up == 0) {
    return absl::OkStatus();
  }
  DOORSTEP_TRY(database_.execute(
      "DELETE FROM outgoing WHERE replica = (SELECT id FROM replica) AND sequence < ?1 AND"
      " state IN (1, 3, 4) AND patch_open = 0 AND sequence < (SELECT max(sequence) FROM outgoing WHERE"
      " replica = (SELECT id FROM replica) AND state <> 0)",
      backed_up));
  // Whatever a backup holds of this replica came after all that others before it had receipts for.
  for (const char* sql : {"DELETE FROM outgoing WHERE replica < (SELECT id FROM replica) AND state IN (1, 3, 4) AND"
                          " patch_open = 0",
                          "DELETE FROM outgoing WHERE replica > (SELECT id FROM replica) AND state IN (1, 3, 4) AND"
                          " patch_open = 0"}) {
    DOORSTEP_TRY(database_.execute(sql));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::store
