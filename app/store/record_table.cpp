#include "app/store/record_table.h"

#include <utility>

#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/brief_visit.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// The service's order, then ours.
constexpr std::string_view kInOrder = " ORDER BY sequence = 0, epoch, sequence, number";

template <typename... Values>
absl::StatusOr<std::vector<v1::Record>> decoded(sqlite::Database& database, std::string_view condition,
                                                const Values&... values) {
  std::vector<v1::Record> records;
  const std::string sql = "SELECT content FROM record WHERE " + std::string(condition) + std::string(kInOrder);
  DOORSTEP_TRY(forEachRow(
      database, sql,
      [&](const sqlite::Statement& row) {
        if (absl::StatusOr<v1::Record> record = replication::decodeRecord(row.blob(0)); record.ok()) {
          records.push_back(*std::move(record));
        }
      },
      values...));
  return records;
}

}  // namespace

absl::StatusOr<std::optional<StoredRecord>> RecordTable::find(v1::RecordKind kind, const std::string& id) {
  std::optional<StoredRecord> found;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT household, epoch, sequence, content, base, month, counted FROM record WHERE kind = ?1 AND id = ?2",
      [&](const sqlite::Statement& row) {
        found.emplace();
        found->kind = kind;
        found->id = id;
        found->household = bytesOf(row, 0);
        found->revision.set_epoch(static_cast<std::uint64_t>(row.integer(1)));
        found->revision.set_sequence(static_cast<std::uint64_t>(row.integer(2)));
        found->content = bytesOf(row, 3);
        if (!row.isNull(4)) {
          found->base = bytesOf(row, 4);
        }
        found->month = row.integer(5);
        found->counted = row.integer(6) != 0;
      },
      static_cast<int>(kind), blob(id)));
  return found;
}

absl::Status RecordTable::put(const StoredRecord& record, const std::string& parent, const StoredRecord* before,
                              DigestCells& cells) {
  if (before != nullptr) {
    cells.remove(*before);
  }
  cells.add(record);
  const std::optional<sqlite::Blob> base = record.base ? std::optional(blob(*record.base)) : std::nullopt;
  return database_.execute(
      "INSERT INTO record(kind, id, household, parent, epoch, sequence, content, base, month, counted)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
      " ON CONFLICT (kind, id) DO UPDATE SET household = excluded.household, parent = excluded.parent,"
      " epoch = excluded.epoch, sequence = excluded.sequence, content = excluded.content, base = excluded.base,"
      " month = excluded.month, counted = excluded.counted",
      static_cast<int>(record.kind), blob(record.id), blob(record.household), blob(parent), record.revision.epoch(),
      record.revision.sequence(), blob(record.content), base, record.month, record.counted);
}

absl::Status RecordTable::erase(const StoredRecord& record, DigestCells& cells) {
  cells.remove(record);
  return database_.execute("DELETE FROM record WHERE kind = ?1 AND id = ?2", static_cast<int>(record.kind),
                           blob(record.id));
}

absl::Status RecordTable::eraseHousehold(const std::string& household, DigestCells& cells) {
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT kind, id, epoch, sequence, month FROM record WHERE household = ?1 AND counted = 1",
      [&](const sqlite::Statement& row) {
        StoredRecord record;
        record.kind = static_cast<v1::RecordKind>(row.integer(0));
        record.id = bytesOf(row, 1);
        record.revision.set_epoch(static_cast<std::uint64_t>(row.integer(2)));
        record.revision.set_sequence(static_cast<std::uint64_t>(row.integer(3)));
        record.month = row.integer(4);
        record.counted = true;
        cells.remove(record);
      },
      blob(household)));
  return database_.execute("DELETE FROM record WHERE household = ?1", blob(household));
}

absl::StatusOr<std::vector<v1::Record>> RecordTable::ofKind(v1::RecordKind kind) {
  return decoded(database_, "kind = ?1", static_cast<int>(kind));
}

absl::StatusOr<std::vector<v1::Record>> RecordTable::ofHousehold(const std::string& household, v1::RecordKind kind) {
  return decoded(database_, "household = ?1 AND kind = ?2", blob(household), static_cast<int>(kind));
}

absl::StatusOr<std::vector<v1::Record>> RecordTable::ofParent(const std::string& parent, v1::RecordKind kind) {
  return decoded(database_, "parent = ?1 AND parent <> x'' AND kind = ?2", blob(parent), static_cast<int>(kind));
}

absl::StatusOr<std::optional<v1::Record>> RecordTable::get(v1::RecordKind kind, const std::string& id) {
  DOORSTEP_ASSIGN(std::vector<v1::Record> records,
                  decoded(database_, "kind = ?1 AND id = ?2", static_cast<int>(kind), blob(id)));
  return records.empty() ? std::nullopt : std::optional(std::move(records.front()));
}

absl::StatusOr<std::vector<v1::Visit>> RecordTable::visitsOfHousehold(const std::string& household) {
  static const std::string sql =
      "SELECT content FROM record WHERE household = ?1 AND kind = ?2" + std::string(kInOrder);
  std::vector<v1::Visit> visits;
  DOORSTEP_TRY(forEachRow(
      database_, sql,
      [&](const sqlite::Statement& row) {
        if (absl::StatusOr<v1::Visit> visit = replication::visitWithoutAnswers(row.blob(0)); visit.ok()) {
          visits.push_back(*std::move(visit));
        }
      },
      blob(household), static_cast<int>(v1::RECORD_KIND_VISIT)));
  return visits;
}

std::string parentOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return record.visit().corrects_id();
    case v1::Record::kServiceEntry:
      return record.service_entry().visit_id();
    case v1::Record::kContact:
      return record.contact().elder_id();
    case v1::Record::kElderIdentity:
      return record.elder_identity().elder_id();
    case v1::Record::kConflict:
      return record.conflict().has_settled_at() ? std::string() : record.conflict().record_id();
    case v1::Record::kRiskFlag:
      return record.risk_flag().elder_id();
    case v1::Record::kRestrictedRiskFlag:
      return record.restricted_risk_flag().elder_id();
    case v1::Record::kLadder:
      return record.ladder().elder_id();
    default:
      return replication::headerOf(record);
  }
}

}  // namespace doorstep::store
