#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

namespace doorstep::service {
namespace {

using sqlite::Blob;

#define RECORD_COLUMNS                                                                                             \
  "r.id, r.kind, r.household, r.epoch, r.sequence, r.encoded, r.created_epoch, r.created_sequence, r.created_by, " \
  "r.created_role, r.created_change, r.created_replica "

v1::Revision revisionAt(const sqlite::Statement& row, int column) {
  v1::Revision revision;
  revision.set_epoch(static_cast<std::uint64_t>(row.integer(column)));
  revision.set_sequence(static_cast<std::uint64_t>(row.integer(column + 1)));
  return revision;
}

StoredRecord recordAt(const sqlite::Statement& row) {
  StoredRecord record;
  record.id = row.blob(0);
  record.kind = static_cast<v1::RecordKind>(row.integer(1));
  record.household_id = row.blob(2);
  record.revision = revisionAt(row, 3);
  record.encoded = row.blob(5);
  record.created.revision = revisionAt(row, 6);
  record.created.worker_id = row.blob(8);
  record.created.role = static_cast<v1::Role>(row.integer(9));
  record.created.change_id = row.blob(10);
  record.created.replica_id = row.blob(11);
  return record;
}

constexpr std::string_view kFindEarliestFirst =
    "SELECT " RECORD_COLUMNS
    "FROM lookup l JOIN record r ON r.district = l.district AND r.id = l.record "
    "WHERE l.district = ?1 AND l.kind = ?2 AND l.key = ?3 AND l.day BETWEEN ?4 AND ?5 "
    "ORDER BY l.day, r.sequence LIMIT ?6";
constexpr std::string_view kFindLatestFirst =
    "SELECT " RECORD_COLUMNS
    "FROM lookup l JOIN record r ON r.district = l.district AND r.id = l.record "
    "WHERE l.district = ?1 AND l.kind = ?2 AND l.key = ?3 AND l.day BETWEEN ?4 AND ?5 "
    "ORDER BY l.day DESC, r.sequence DESC LIMIT ?6";

// The record itself is looked up only where its key has no excerpt.
#define EXCERPTS                                                                                        \
  "SELECT l.record, coalesce(l.excerpt, (SELECT r.encoded FROM record r WHERE r.district = l.district " \
  "AND r.id = l.record)) FROM lookup l WHERE l.district = ?1 AND l.kind = ?2 AND l.key = ?3 "           \
  "AND l.day BETWEEN ?4 AND ?5 ORDER BY l.day "

template <typename Row>
absl::Status rows(sqlite::Statement& select, Row row) {
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    row(select);
  }
}

// Both parts are in order; a record and a removal never share a sequence.
std::vector<FeedStep> inOrder(std::vector<FeedStep> records, std::vector<FeedStep> removals, std::size_t limit) {
  std::vector<FeedStep> steps;
  auto record = records.begin();
  auto removal = removals.begin();
  while (steps.size() < limit && (record != records.end() || removal != removals.end())) {
    const bool take_record =
        removal == removals.end() ||
        (record != records.end() && record->record.revision.sequence() < removal->record.revision.sequence());
    steps.push_back(std::move(take_record ? *record++ : *removal++));
  }
  return steps;
}

}  // namespace

absl::StatusOr<std::optional<StoredRecord>> EmbeddedDistrict::record(const std::string& id) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT " RECORD_COLUMNS "FROM record r WHERE r.district = ?1 AND r.id = ?2"));
  select.bindAll(number_, Blob{id});
  DOORSTEP_ASSIGN(const bool found, select.step());
  if (!found) {
    absent_ = id;
    return std::nullopt;
  }
  return recordAt(select);
}

absl::StatusOr<replication::FieldRevisions> EmbeddedDistrict::fieldRevisions(const std::string& record_id) {
  DOORSTEP_ASSIGN(auto select,
                  prepare("SELECT field, epoch, sequence, worker, role, change, replica FROM field_revision "
                          "WHERE district = ?1 AND record = ?2"));
  select.bindAll(number_, Blob{record_id});
  replication::FieldRevisions fields;
  DOORSTEP_TRY(rows(select, [&fields](const sqlite::Statement& row) {
    fields[std::string(row.text(0))] = {revisionAt(row, 1), std::string(row.blob(3)),
                                        static_cast<v1::Role>(row.integer(4)), std::string(row.blob(5)),
                                        std::string(row.blob(6))};
  }));
  return fields;
}

absl::StatusOr<std::vector<StoredRecord>> EmbeddedDistrict::find(const IndexRange& range) {
  DOORSTEP_ASSIGN(auto select, prepare(range.latest_first ? kFindLatestFirst : kFindEarliestFirst));
  select.bindAll(number_, static_cast<int>(range.index), Blob{range.key}, range.from_day, range.until_day, range.limit);
  std::vector<StoredRecord> found;
  DOORSTEP_TRY(rows(select, [&found](const sqlite::Statement& row) { found.push_back(recordAt(row)); }));
  return found;
}

absl::StatusOr<std::vector<std::string>> EmbeddedDistrict::findIds(const IndexRange& range) {
  // Ids alone need no order by sequence: they are read from the key itself.
  DOORSTEP_ASSIGN(
      auto select,
      prepare(range.latest_first ? "SELECT record FROM lookup WHERE district = ?1 AND kind = ?2 AND key = ?3 AND day "
                                   "BETWEEN ?4 AND ?5 ORDER BY day DESC, record DESC LIMIT ?6"
                                 : "SELECT record FROM lookup WHERE district = ?1 AND kind = ?2 AND key = ?3 AND day "
                                   "BETWEEN ?4 AND ?5 ORDER BY day, record LIMIT ?6"));
  select.bindAll(number_, static_cast<int>(range.index), Blob{range.key}, range.from_day, range.until_day, range.limit);
  std::vector<std::string> ids;
  DOORSTEP_TRY(rows(select, [&ids](const sqlite::Statement& row) { ids.emplace_back(row.blob(0)); }));
  return ids;
}

absl::Status EmbeddedDistrict::forEachFound(
    const IndexRange& range, const std::function<absl::Status(std::string_view id, std::string_view encoded)>& visit) {
  DOORSTEP_ASSIGN(auto select, prepare(range.latest_first ? EXCERPTS "DESC LIMIT ?6" : EXCERPTS "LIMIT ?6"));
  select.bindAll(number_, static_cast<int>(range.index), Blob{range.key}, range.from_day, range.until_day, range.limit);
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(visit(select.blob(0), select.blob(1)));
  }
}

absl::StatusOr<std::vector<FeedStep>> EmbeddedDistrict::feed(const std::string& household_id, std::uint64_t after,
                                                             std::size_t limit) {
  std::vector<FeedStep> records;
  {
    DOORSTEP_ASSIGN(auto select, prepare("SELECT " RECORD_COLUMNS
                                         "FROM record r WHERE r.district = ?1 AND r.household = ?2 AND r.sequence > ?3 "
                                         "ORDER BY r.sequence LIMIT ?4"));
    select.bindAll(number_, Blob{household_id}, after, limit);
    DOORSTEP_TRY(rows(select, [&](const sqlite::Statement& row) { records.push_back({recordAt(row), false}); }));
  }
  std::vector<FeedStep> removals;
  DOORSTEP_ASSIGN(auto select, prepare("SELECT epoch, sequence, kind, record FROM removal WHERE district = ?1 AND "
                                       "household = ?2 AND sequence > ?3 ORDER BY sequence LIMIT ?4"));
  select.bindAll(number_, Blob{household_id}, after, limit);
  DOORSTEP_TRY(rows(select, [&](const sqlite::Statement& row) {
    StoredRecord mark;
    mark.revision = revisionAt(row, 0);
    mark.kind = static_cast<v1::RecordKind>(row.integer(2));
    mark.id = row.blob(3);
    mark.household_id = household_id;
    removals.push_back({std::move(mark), true});
  }));
  return inOrder(std::move(records), std::move(removals), limit);
}

absl::Status EmbeddedDistrict::forEachRecord(const std::function<absl::Status(const StoredRecord&)>& visit) {
  std::vector<std::string> ids;
  {
    DOORSTEP_ASSIGN(auto select, prepare("SELECT id FROM record WHERE district = ?1 ORDER BY sequence"));
    select.bindAll(number_);
    DOORSTEP_TRY(rows(select, [&ids](const sqlite::Statement& row) { ids.emplace_back(row.blob(0)); }));
  }
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(const auto found, record(id));
    if (found.has_value()) {
      DOORSTEP_TRY(visit(*found));
    }
  }
  return absl::OkStatus();
}

absl::Status EmbeddedDistrict::putRecord(const StoredRecord& record) {
  DOORSTEP_TRY(takeFromDigest(record.id));
  addToDigest(record);
  DOORSTEP_ASSIGN(
      auto put,
      prepare("INSERT OR REPLACE INTO record (district, id, kind, household, epoch, sequence, "
              "encoded, created_epoch, created_sequence, created_by, created_role, "
              "created_change, created_replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
  return put.run(number_, Blob{record.id}, static_cast<int>(record.kind), Blob{record.household_id},
                 record.revision.epoch(), record.revision.sequence(), Blob{record.encoded},
                 record.created.revision.epoch(), record.created.revision.sequence(), Blob{record.created.worker_id},
                 static_cast<int>(record.created.role), Blob{record.created.change_id},
                 Blob{record.created.replica_id});
}

absl::Status EmbeddedDistrict::putFieldRevisions(const std::string& record_id,
                                                 const replication::FieldRevisions& fields) {
  for (const auto& [field, set] : fields) {
    DOORSTEP_ASSIGN(auto put,
                    prepare("INSERT OR REPLACE INTO field_revision (district, record, field, epoch, sequence, "
                            "worker, role, change, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    DOORSTEP_TRY(put.run(number_, Blob{record_id}, field, set.revision.epoch(), set.revision.sequence(),
                         Blob{set.worker_id}, static_cast<int>(set.role), Blob{set.change_id}, Blob{set.replica_id}));
  }
  return absl::OkStatus();
}

absl::Status EmbeddedDistrict::addKey(const IndexKey& key, const std::string& record_id, std::string_view excerpt) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR IGNORE INTO lookup (district, kind, key, day, record, excerpt) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return put.run(number_, static_cast<int>(key.index), Blob{key.key}, key.day, Blob{record_id},
                 excerpt.empty() ? std::nullopt : std::optional(Blob{excerpt}));
}

absl::Status EmbeddedDistrict::removeKey(const IndexKey& key, const std::string& record_id) {
  DOORSTEP_ASSIGN(auto remove, prepare("DELETE FROM lookup WHERE district = ?1 AND kind = ?2 AND key = ?3 AND "
                                       "day = ?4 AND record = ?5"));
  return remove.run(number_, static_cast<int>(key.index), Blob{key.key}, key.day, Blob{record_id});
}

absl::Status EmbeddedDistrict::putRemoval(const std::string& household_id, v1::RecordKind kind,
                                          const std::string& record_id, const v1::Revision& revision) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO removal (district, household, sequence, epoch, kind, record) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
  return put.run(number_, Blob{household_id}, revision.sequence(), revision.epoch(), static_cast<int>(kind),
                 Blob{record_id});
}

}  // namespace doorstep::service
