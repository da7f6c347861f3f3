#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/door.h"
#include "app/store/list_facts.h"
#include "app/store/open_ladders.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/care/visit_corrections.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

// Whether the visit with which it began, as it stands now, no longer says that nobody answered.
absl::StatusOr<bool> isWithdrawn(sqlite::Database& database, const v1::Ladder& ladder) {
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept,
                  RecordTable(database).ofHousehold(ladder.household_id(), v1::RECORD_KIND_VISIT));
  std::vector<const v1::Visit*> visits;
  bool held = false;
  for (const v1::Record& record : kept) {
    visits.push_back(&record.visit());
    held = held || record.visit().id() == ladder.visit_id();
  }
  if (!held) {
    return false;
  }
  const std::string counting = care::VisitCorrections(visits).countingId(ladder.visit_id());
  return std::none_of(visits.begin(), visits.end(), [&](const v1::Visit* visit) {
    return visit->id() == counting &&
           std::any_of(visit->contacts().begin(), visit->contacts().end(), [&ladder](const v1::VisitContact& contact) {
             return contact.elder_id() == ladder.elder_id() && contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY;
           });
  });
}

absl::StatusOr<LadderRow> rowOf(sqlite::Database& database, const Directory& directory, FoldedLadder folded) {
  RecordTable records(database);
  LadderRow row;
  DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, folded.ladder.elder_id()));
  DOORSTEP_ASSIGN(const std::optional<v1::Record> household,
                  records.get(v1::RECORD_KIND_HOUSEHOLD, folded.ladder.household_id()));
  if (elder) {
    row.elder_name = elder->elder().name();
  }
  if (household) {
    row.door = doorOf(household->household());
    row.area = directory.pathOf(household->household().area_id());
  }
  DOORSTEP_ASSIGN(
      const std::vector<std::string> workers,
      workersOf(database, folded.ladder.household_id(), care::dayOf(folded.ladder.started_at(), directory.zone())));
  row.worker_name = workers.empty() ? std::string() : directory.workerName(workers.front());
  DOORSTEP_ASSIGN(
      row.waiting,
      hasRow(database,
             "SELECT 1 FROM outgoing WHERE state = 0 AND (record = ?1 OR record IN (SELECT id FROM record WHERE"
             " parent = ?1 AND parent <> x''))",
             blob(folded.ladder.id())));
  if (!folded.status.ended) {
    DOORSTEP_ASSIGN(row.withdrawn, isWithdrawn(database, folded.ladder));
  }
  row.ladder = std::move(folded.ladder);
  row.status = std::move(folded.status);
  return row;
}

template <typename... Values>
absl::StatusOr<std::vector<LadderRow>> rowsWhere(sqlite::Database& database, const Directory& directory,
                                                 const std::string& condition, const Values&... values) {
  std::vector<std::string> ids;
  DOORSTEP_TRY(forEachRow(
      database,
      absl::StrCat("SELECT id FROM ladder WHERE ", condition,
                   " ORDER BY running DESC, due_ms IS NULL, CASE WHEN running THEN due_ms END, started_ms DESC"),
      [&](const sqlite::Statement& row) { ids.push_back(bytesOf(row, 0)); }, values...));
  std::vector<LadderRow> rows;
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(std::optional<FoldedLadder> folded, readLadder(database, id, directory.rules()));
    if (folded) {
      DOORSTEP_ASSIGN(LadderRow row, rowOf(database, directory, *std::move(folded)));
      rows.push_back(std::move(row));
    }
  }
  // A warning sign comes before any deadline, what was taken back behind all that runs; those alike stay as they are.
  const auto place = [](const LadderRow& row) {
    return row.status.ended ? 3 : row.withdrawn ? 2 : row.status.at_once ? 0 : 1;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&place](const LadderRow& left, const LadderRow& right) { return place(left) < place(right); });
  return rows;
}

}  // namespace

absl::StatusOr<std::vector<LadderRow>> laddersOf(sqlite::Database& database, const Directory& directory,
                                                 const std::string& elder_id) {
  return rowsWhere(database, directory, "elder = ?1", blob(elder_id));
}

absl::StatusOr<std::vector<LadderRow>> runningLadders(sqlite::Database& database, const Directory& directory) {
  return rowsWhere(database, directory, "running = 1");
}

}  // namespace doorstep::store
