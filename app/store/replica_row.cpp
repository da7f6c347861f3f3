#include "app/store/replica_row.h"

#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {

absl::StatusOr<ReplicaRow> loadReplica(sqlite::Database& database) {
  std::optional<ReplicaRow> found;
  DOORSTEP_TRY(
      forEachRow(database,
                 "SELECT id, last_sequence, last_hash, cursor_epoch, cursor_sequence, service_offset_ms, last_sync_ms,"
                 " district, worker, zone FROM replica",
                 [&](const sqlite::Statement& row) {
                   found.emplace();
                   found->id = bytesOf(row, 0);
                   found->last_sequence = static_cast<std::uint64_t>(row.integer(1));
                   found->last_hash = bytesOf(row, 2);
                   found->cursor.set_epoch(static_cast<std::uint64_t>(row.integer(3)));
                   found->cursor.set_sequence(static_cast<std::uint64_t>(row.integer(4)));
                   found->service_offset_ms = row.optionalInteger(5);
                   found->last_sync_ms = row.optionalInteger(6);
                   found->district_id = bytesOf(row, 7);
                   found->worker.ParseFromArray(row.blob(8).data(), static_cast<int>(row.blob(8).size()));
                   found->zone = std::string(row.text(9));
                 }));
  return found ? absl::StatusOr<ReplicaRow>(*std::move(found))
               : absl::DataLossError("the store does not know which replica it is");
}

absl::Status saveReplica(sqlite::Database& database, const ReplicaRow& row) {
  return database.execute(
      "UPDATE replica SET id = ?1, last_sequence = ?2, last_hash = ?3, cursor_epoch = ?4, cursor_sequence = ?5,"
      " service_offset_ms = ?6, last_sync_ms = ?7, district = ?8, worker = ?9, zone = ?10",
      blob(row.id), row.last_sequence, blob(row.last_hash), row.cursor.epoch(), row.cursor.sequence(),
      row.service_offset_ms, row.last_sync_ms, blob(row.district_id), blob(replication::encode(row.worker)), row.zone);
}

absl::Status ensureReplica(sqlite::Database& database, const std::string& new_id) {
  DOORSTEP_ASSIGN(const bool known, hasRow(database, "SELECT 1 FROM replica"));
  if (known) {
    return absl::OkStatus();
  }
  return database.execute(
      "INSERT OR IGNORE INTO replica VALUES (1, ?1, 0, ?2, 0, 0, NULL, NULL, x'', x'', 'Asia/Shanghai')", blob(new_id),
      blob(replication::chainStart()));
}

}  // namespace doorstep::store
