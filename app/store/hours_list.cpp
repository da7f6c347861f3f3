#include <optional>
#include <utility>

#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/service_states.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr int kListed = 500;

absl::StatusOr<std::string> nameOf(sqlite::Database& database, const v1::ServiceEntry& entry) {
  RecordTable records(database);
  if (!entry.elder_id().empty()) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, entry.elder_id()));
    return elder ? elder->elder().name() : std::string();
  }
  DOORSTEP_ASSIGN(const std::optional<v1::Record> organisation,
                  records.get(v1::RECORD_KIND_ORGANISATION, entry.organisation_id()));
  return organisation ? organisation->organisation().name() : std::string();
}

}  // namespace

absl::StatusOr<std::vector<HoursRow>> hoursToConfirm(sqlite::Database& database, const Directory& directory) {
  std::vector<std::string> ids;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT id FROM service_entry WHERE state IN (?1, ?2, ?3) ORDER BY started_ms, id LIMIT ?4",
      [&](const sqlite::Statement& row) { ids.push_back(bytesOf(row, 0)); },
      static_cast<int>(v1::SERVICE_ENTRY_STATE_SUBMITTED), static_cast<int>(v1::SERVICE_ENTRY_STATE_DISPUTED),
      static_cast<int>(v1::SERVICE_ENTRY_STATE_CORRECTED), kListed));
  std::vector<HoursRow> rows;
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(std::optional<FoldedEntry> folded, readEntry(database, id));
    if (!folded) {
      continue;
    }
    HoursRow row;
    DOORSTEP_ASSIGN(row.elder_name, nameOf(database, folded->entry));
    DOORSTEP_ASSIGN(row.waiting, isWaiting(database, id));
    row.state = folded->status.state;
    row.entry = std::move(folded->entry);
    row.entry.mutable_workers()->Assign(folded->status.workers.begin(), folded->status.workers.end());
    for (const v1::WorkerMinutes& worker : row.entry.workers()) {
      row.worker_names.push_back(directory.workerName(worker.worker_id()));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace doorstep::store
