#include <algorithm>
#include <optional>
#include <utility>

#include "app/store/door.h"
#include "app/store/record_table.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"

namespace doorstep::store {
namespace {

// Whom a conflict is about: the elder itself, the one it belongs to, or the first one at the door.
absl::StatusOr<std::optional<v1::Elder>> elderOf(RecordTable& records, const v1::Conflict& conflict) {
  std::string id = conflict.record_id();
  if (conflict.record_kind() == v1::RECORD_KIND_CONTACT) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> contact, records.get(v1::RECORD_KIND_CONTACT, id));
    id = contact ? contact->contact().elder_id() : std::string();
  }
  if (conflict.record_kind() == v1::RECORD_KIND_ELDER_IDENTITY) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> identity, records.get(v1::RECORD_KIND_ELDER_IDENTITY, id));
    id = identity ? identity->elder_identity().elder_id() : std::string();
  }
  DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, id));
  if (elder) {
    return std::optional(elder->elder());
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> elders,
                  records.ofHousehold(conflict.household_id(), v1::RECORD_KIND_ELDER));
  return elders.empty() ? std::optional<v1::Elder>() : std::optional(elders.front().elder());
}

absl::StatusOr<ConflictRow> rowOf(RecordTable& records, const Directory& directory, v1::Conflict conflict) {
  ConflictRow row;
  row.conflict = std::move(conflict);
  DOORSTEP_ASSIGN(const std::optional<v1::Elder> elder, elderOf(records, row.conflict));
  if (elder) {
    row.elder_id = elder->id();
    row.elder_name = elder->name();
  }
  DOORSTEP_ASSIGN(const std::optional<v1::Record> household,
                  records.get(v1::RECORD_KIND_HOUSEHOLD, row.conflict.household_id()));
  if (household) {
    row.door = doorOf(household->household());
    row.area = directory.pathOf(household->household().area_id());
  }
  row.chosen_by_name = directory.workerName(row.conflict.chosen_by());
  row.other_by_name = directory.workerName(row.conflict.other_by());
  const auto kind = static_cast<v1::RecordKind>(row.conflict.record_kind());
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(kind, row.conflict.record_id()));
  row.standing_value = record ? replication::fieldValue(*record, row.conflict.field()) : row.conflict.chosen_value();
  return row;
}

}  // namespace

absl::StatusOr<std::vector<ConflictRow>> openConflicts(sqlite::Database& database, const Directory& directory) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(std::vector<v1::Record> kept, records.ofKind(v1::RECORD_KIND_CONFLICT));
  std::vector<ConflictRow> rows;
  for (v1::Record& record : kept) {
    if (!record.conflict().has_settled_at()) {
      DOORSTEP_ASSIGN(ConflictRow row, rowOf(records, directory, std::move(*record.mutable_conflict())));
      rows.push_back(std::move(row));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const ConflictRow& left, const ConflictRow& right) {
    return care::toTime(left.conflict.found_at()) > care::toTime(right.conflict.found_at());
  });
  return rows;
}

}  // namespace doorstep::store
