#include "app/store/open_ladders.h"

#include <vector>

#include "app/store/day.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {

absl::StatusOr<std::optional<FoldedLadder>> readLadder(sqlite::Database& database, const std::string& ladder_id,
                                                       const v1::DistrictRules& rules) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(v1::RECORD_KIND_LADDER, ladder_id));
  if (!record) {
    return std::optional<FoldedLadder>();
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofParent(ladder_id, v1::RECORD_KIND_LADDER_EVENT));
  std::vector<const v1::LadderEvent*> events;
  events.reserve(kept.size());
  for (const v1::Record& event : kept) {
    events.push_back(&event.ladder_event());
  }
  return std::optional(FoldedLadder{record->ladder(), care::foldLadder(record->ladder(), events, rules)});
}

absl::Status foldLadderRow(sqlite::Database& database, const std::string& ladder_id, const v1::DistrictRules& rules) {
  DOORSTEP_ASSIGN(const std::optional<FoldedLadder> folded, readLadder(database, ladder_id, rules));
  if (!folded) {
    return database.execute("DELETE FROM ladder WHERE id = ?1", blob(ladder_id));
  }
  return database.execute(
      "INSERT OR REPLACE INTO ladder(id, household, elder, started_ms, running, next_step, due_ms)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      blob(ladder_id), blob(folded->ladder.household_id()), blob(folded->ladder.elder_id()),
      absl::ToUnixMillis(care::toTime(folded->ladder.started_at())), !folded->status.ended,
      static_cast<int>(folded->status.next), millisIfSet(folded->status.next_due_at));
}

absl::StatusOr<std::vector<v1::Ladder>> runningLaddersOf(sqlite::Database& database, const std::string& elder_id) {
  std::vector<std::string> ids;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT id FROM ladder WHERE elder = ?1 AND running = 1 ORDER BY started_ms DESC, id",
      [&](const sqlite::Statement& row) { ids.push_back(bytesOf(row, 0)); }, blob(elder_id)));
  RecordTable records(database);
  std::vector<v1::Ladder> running;
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(v1::RECORD_KIND_LADDER, id));
    if (record) {
      running.push_back(record->ladder());
    }
  }
  return running;
}

}  // namespace doorstep::store
