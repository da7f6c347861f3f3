#include "app/store/digest_cells.h"

#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {

void DigestCells::change(const StoredRecord& record, std::int64_t count) {
  if (!record.counted) {
    return;
  }
  Change& change = changes_[{static_cast<int>(record.kind), record.month}];
  change.count += count;
  change.digest.toggle(record.kind, record.id, record.revision);
}

absl::Status DigestCells::write(sqlite::Database& database) {
  for (const auto& [place, change] : changes_) {
    const auto& [kind, month] = place;
    std::int64_t count = change.count;
    replication::Digest digest = change.digest;
    DOORSTEP_TRY(forEachRow(
        database, "SELECT count, digest FROM digest_cell WHERE kind = ?1 AND month = ?2",
        [&](const sqlite::Statement& row) {
          count += row.integer(0);
          digest ^= replication::Digest::fromBytes(row.blob(1));
        },
        kind, month));
    const std::string bytes = digest.bytes();
    DOORSTEP_TRY(
        database.execute("INSERT OR REPLACE INTO digest_cell(kind, month, count, digest) VALUES (?1, ?2, ?3, ?4)", kind,
                         month, count, blob(bytes)));
  }
  changes_.clear();
  return absl::OkStatus();
}

absl::StatusOr<std::vector<v1::DigestCell>> digestCells(sqlite::Database& database) {
  std::vector<v1::DigestCell> cells;
  DOORSTEP_TRY(forEachRow(database,
                          "SELECT kind, month, count, digest FROM digest_cell WHERE count > 0 ORDER BY kind, month",
                          [&](const sqlite::Statement& row) {
                            v1::DigestCell& cell = cells.emplace_back();
                            cell.set_kind(static_cast<v1::RecordKind>(row.integer(0)));
                            cell.set_month(row.integer(1));
                            cell.set_count(static_cast<std::uint64_t>(row.integer(2)));
                            cell.set_digest(bytesOf(row, 3));
                          }));
  return cells;
}

absl::StatusOr<std::string> contentDigest(sqlite::Database& database) {
  replication::Digest all;
  DOORSTEP_TRY(forEachRow(database, "SELECT digest FROM digest_cell",
                          [&](const sqlite::Statement& row) { all ^= replication::Digest::fromBytes(row.blob(0)); }));
  return all.bytes();
}

absl::StatusOr<std::vector<v1::RecordVersion>> versionsIn(sqlite::Database& database, const v1::DigestCell& cell) {
  std::vector<v1::RecordVersion> versions;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT id, epoch, sequence, household FROM record WHERE kind = ?1 AND month = ?2 AND counted = 1",
      [&](const sqlite::Statement& row) {
        v1::RecordVersion& version = versions.emplace_back();
        version.set_kind(cell.kind());
        version.set_record_id(bytesOf(row, 0));
        version.mutable_revision()->set_epoch(static_cast<std::uint64_t>(row.integer(1)));
        version.mutable_revision()->set_sequence(static_cast<std::uint64_t>(row.integer(2)));
        version.set_household_id(bytesOf(row, 3));
      },
      static_cast<int>(cell.kind()), cell.month()));
  return versions;
}

}  // namespace doorstep::store
