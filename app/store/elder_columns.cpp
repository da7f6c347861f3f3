#include "app/store/elder_columns.h"

#include <optional>
#include <vector>

#include "app/store/door.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

// Parts stand on lines of their own, so that nothing is found across two of them.
std::string searchText(const v1::Elder& elder, const v1::Household& household,
                       const std::vector<std::string>& spellings) {
  std::string text = normalised(elder.name());
  for (const std::string& spelled : spellings) {
    text += "\n" + spelled;
  }
  for (const std::string& part : {elder.file_number(), doorOf(household), household.address()}) {
    text += "\n" + normalised(part);
  }
  return text;
}

}  // namespace

absl::Status refreshSearch(sqlite::Database& database, Spelling& spelling, const std::string& elder_id) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(v1::RECORD_KIND_ELDER, elder_id));
  if (!record) {
    return absl::OkStatus();
  }
  const v1::Elder& elder = record->elder();
  v1::Household household;
  if (!elder.residences().empty()) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> door,
                    records.get(v1::RECORD_KIND_HOUSEHOLD, elder.residences().rbegin()->household_id()));
    household = door ? door->household() : household;
  }
  DOORSTEP_ASSIGN(const std::vector<std::string> spellings, spelling.of(elder.name()));
  return database.execute("UPDATE elder SET search = ?2 WHERE id = ?1", blob(elder_id),
                          searchText(elder, household, spellings));
}

absl::Status refreshLastContact(sqlite::Database& database, const std::string& elder_id) {
  return database.execute(
      "UPDATE elder SET"
      " last_contact_day = (SELECT c.day FROM elder_contact c WHERE c.elder = ?1 AND c.qualifies = 1"
      "  ORDER BY c.started_ms DESC LIMIT 1),"
      " (last_attempt_ms, last_attempt_outcome, last_attempt_precision) ="
      "  (SELECT c.started_ms, c.outcome, coalesce(v.precision, 1) FROM elder_contact c"
      "  LEFT JOIN visit v ON v.id = c.visit WHERE c.elder = ?1 ORDER BY c.started_ms DESC, c.visit DESC LIMIT 1)"
      " WHERE id = ?1",
      blob(elder_id));
}

}  // namespace doorstep::store
