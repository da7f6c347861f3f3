#include "app/store/service_states.h"

#include <vector>

#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {

absl::StatusOr<std::optional<FoldedEntry>> readEntry(sqlite::Database& database, const std::string& entry_id) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(v1::RECORD_KIND_SERVICE_ENTRY, entry_id));
  if (!record) {
    return std::optional<FoldedEntry>();
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofParent(entry_id, v1::RECORD_KIND_SERVICE_ENTRY_EVENT));
  std::vector<const v1::ServiceEntryEvent*> events;
  events.reserve(kept.size());
  for (const v1::Record& event : kept) {
    events.push_back(&event.service_entry_event());
  }
  return std::optional(FoldedEntry{record->service_entry(), care::foldServiceEntry(record->service_entry(), events)});
}

absl::Status foldEntryRow(sqlite::Database& database, const std::string& entry_id) {
  DOORSTEP_ASSIGN(const std::optional<FoldedEntry> folded, readEntry(database, entry_id));
  if (!folded) {
    return database.execute("DELETE FROM service_entry WHERE id = ?1", blob(entry_id));
  }
  v1::Record record;
  *record.mutable_service_entry() = folded->entry;
  return database.execute(
      "INSERT OR REPLACE INTO service_entry(id, household, state, started_ms) VALUES (?1, ?2, ?3, ?4)", blob(entry_id),
      blob(replication::householdOf(record)), static_cast<int>(folded->status.state),
      absl::ToUnixMillis(care::toTime(folded->entry.started_at())));
}

}  // namespace doorstep::store
