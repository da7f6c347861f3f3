#include <algorithm>
#include <utility>

#include "app/store/door.h"
#include "app/store/open_risks.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

absl::StatusOr<RiskRow> rowOf(sqlite::Database& database, const Directory& directory, FoldedRisk risk) {
  RecordTable records(database);
  RiskRow row;
  DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, risk.flag.elder_id()));
  DOORSTEP_ASSIGN(const std::optional<v1::Record> household,
                  records.get(v1::RECORD_KIND_HOUSEHOLD, risk.flag.household_id()));
  if (elder) {
    row.elder_name = elder->elder().name();
  }
  if (household) {
    row.door = doorOf(household->household());
    row.area = directory.pathOf(household->household().area_id());
  }
  row.next_due_at = care::nextDueAt(risk.flag, risk.status, care::WorkingDays(directory.rules()));
  row.reported_by_name = directory.workerName(risk.flag.reported_by());
  DOORSTEP_ASSIGN(
      row.waiting,
      hasRow(database,
             "SELECT 1 FROM outgoing WHERE state = 0 AND (record = ?1 OR record IN (SELECT id FROM record WHERE"
             " parent = ?1 AND parent <> x''))",
             blob(risk.flag.id())));
  row.flag = std::move(risk.flag);
  row.status = risk.status;
  return row;
}

bool isMoreUrgent(const RiskRow& left, const RiskRow& right) {
  if (const bool open = care::isOpen(left.status.state); open != care::isOpen(right.status.state)) {
    return open;
  } else if (!open) {
    return care::toTime(left.flag.opened_at()) > care::toTime(right.flag.opened_at());
  }
  if (left.status.level != right.status.level) {
    return left.status.level > right.status.level;
  }
  return left.next_due_at.value_or(absl::InfiniteFuture()) < right.next_due_at.value_or(absl::InfiniteFuture());
}

template <typename... Values>
absl::StatusOr<std::vector<RiskRow>> rowsWhere(sqlite::Database& database, const Directory& directory,
                                               std::string_view sql, const Values&... values) {
  std::vector<std::string> flags;
  DOORSTEP_TRY(forEachRow(
      database, sql, [&](const sqlite::Statement& row) { flags.push_back(bytesOf(row, 0)); }, values...));
  std::vector<RiskRow> rows;
  for (const std::string& flag : flags) {
    DOORSTEP_ASSIGN(std::optional<FoldedRisk> risk, readRisk(database, flag));
    if (risk) {
      DOORSTEP_ASSIGN(RiskRow row, rowOf(database, directory, *std::move(risk)));
      rows.push_back(std::move(row));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), isMoreUrgent);
  return rows;
}

}  // namespace

absl::StatusOr<std::vector<RiskRow>> risksOf(sqlite::Database& database, const Directory& directory,
                                             const std::string& elder_id) {
  return rowsWhere(database, directory, "SELECT flag FROM risk WHERE elder = ?1 ORDER BY flag", blob(elder_id));
}

absl::StatusOr<std::vector<RiskRow>> openRiskList(sqlite::Database& database, const Directory& directory) {
  return rowsWhere(database, directory, "SELECT flag FROM risk WHERE open = 1 ORDER BY flag");
}

}  // namespace doorstep::store
