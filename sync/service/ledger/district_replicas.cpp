#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

namespace doorstep::service {

using sqlite::Blob;

namespace {

#define REPLICA_COLUMNS "id, owner, last_sequence, head, forked, in_last_backup, backed_up "

ReplicaRow replicaAt(const sqlite::Statement& row) {
  ReplicaRow replica;
  replica.replica_id = row.blob(0);
  replica.owner = row.blob(1);
  replica.last_sequence = static_cast<std::uint64_t>(row.integer(2));
  replica.head = row.blob(3);
  replica.forked = row.integer(4) != 0;
  replica.in_last_backup = static_cast<std::uint64_t>(row.integer(5));
  replica.backed_up = static_cast<std::uint64_t>(row.integer(6));
  return replica;
}

}  // namespace

absl::StatusOr<std::optional<ReplicaRow>> EmbeddedDistrict::replica(const std::string& replica_id) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT " REPLICA_COLUMNS "FROM replica WHERE district = ?1 AND id = ?2"));
  select.bindAll(number_, Blob{replica_id});
  DOORSTEP_ASSIGN(const bool found, select.step());
  return found ? std::optional(replicaAt(select)) : std::nullopt;
}

absl::StatusOr<std::optional<ConsumedChange>> EmbeddedDistrict::consumed(const std::string& replica_id,
                                                                         std::uint64_t sequence) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT hash, encoded, receipt, received_ms, outcome, kind FROM consumed "
                                       "WHERE district = ?1 AND replica = ?2 AND sequence = ?3"));
  select.bindAll(number_, Blob{replica_id}, sequence);
  DOORSTEP_ASSIGN(const bool found, select.step());
  if (!found) {
    return std::nullopt;
  }
  return ConsumedChange{replica_id,
                        sequence,
                        std::string(select.blob(0)),
                        std::string(select.blob(1)),
                        std::string(select.blob(2)),
                        absl::FromUnixMillis(select.integer(3)),
                        static_cast<v1::ReceiptOutcome>(select.integer(4)),
                        static_cast<v1::RecordKind>(select.integer(5))};
}

absl::StatusOr<std::vector<ReplicaRow>> EmbeddedDistrict::replicas() {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT " REPLICA_COLUMNS "FROM replica WHERE district = ?1 ORDER BY id"));
  select.bindAll(number_);
  std::vector<ReplicaRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return rows;
    }
    rows.push_back(replicaAt(select));
  }
}

absl::Status EmbeddedDistrict::forEachConsumed(absl::Time from, absl::Time until,
                                               const std::function<absl::Status(const ConsumedLine&)>& visit) {
  DOORSTEP_ASSIGN(auto select,
                  prepare("SELECT replica, sequence, received_ms, outcome, kind FROM consumed INDEXED BY consumed_time "
                          "WHERE district = ?1 AND received_ms >= ?2 AND received_ms < ?3 ORDER BY received_ms"));
  select.bindAll(number_, absl::ToUnixMillis(from), absl::ToUnixMillis(until));
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(visit({std::string(select.blob(0)), static_cast<std::uint64_t>(select.integer(1)),
                        absl::FromUnixMillis(select.integer(2)), static_cast<v1::ReceiptOutcome>(select.integer(3)),
                        static_cast<v1::RecordKind>(select.integer(4))}));
  }
}

absl::Status EmbeddedDistrict::putReplica(const ReplicaRow& replica) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO replica (" REPLICA_COLUMNS ", district) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
  return put.run(Blob{replica.replica_id}, Blob{replica.owner}, replica.last_sequence, Blob{replica.head},
                 replica.forked ? 1 : 0, replica.in_last_backup, replica.backed_up, number_);
}

absl::Status EmbeddedDistrict::putConsumed(const ConsumedChange& change) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO consumed (district, replica, sequence, hash, encoded, receipt, "
                                    "received_ms, outcome, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
  return put.run(number_, Blob{change.replica_id}, change.sequence, Blob{change.hash}, Blob{change.encoded},
                 Blob{change.receipt}, absl::ToUnixMillis(change.received_at), static_cast<int>(change.outcome),
                 static_cast<int>(change.kind));
}

}  // namespace doorstep::service
