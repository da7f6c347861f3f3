#include <algorithm>
#include <optional>
#include <utility>

#include "app/store/day.h"
#include "app/store/door.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr int kUndoDays = 30;  // for so long a merge is still shown, to be taken back
constexpr int kLongestChain = 100;

class Duplicates {
 public:
  Duplicates(sqlite::Database& database, const Directory& directory)
      : database_(database), directory_(directory), records_(database) {}

  absl::StatusOr<DuplicateRow> rowOf(v1::LikelyDuplicate pair) {
    DuplicateRow row;
    row.pair = std::move(pair);
    DOORSTEP_ASSIGN(row.older, personOf(row.pair.elder_id()));
    DOORSTEP_ASSIGN(row.newer, personOf(row.pair.other_elder_id()));
    const bool both_here = !row.older.elder.id().empty() && !row.newer.elder.id().empty();
    if (both_here) {
      DOORSTEP_ASSIGN(const std::string one, survivorOf(row.pair.elder_id()));
      DOORSTEP_ASSIGN(const std::string other, survivorOf(row.pair.other_elder_id()));
      row.merged = one == other;
    } else {
      row.merged = row.pair.has_settled_at() && !row.pair.separate();
    }
    const bool newer_is_free = row.newer.elder.merged_into().empty();
    const bool takes_newer = row.merged ? !newer_is_free : newer_is_free;
    row.from_elder_id = takes_newer ? row.pair.other_elder_id() : row.pair.elder_id();
    row.into_elder_id = takes_newer ? row.pair.elder_id() : row.pair.other_elder_id();
    row.settled_by_name = directory_.workerName(row.pair.settled_by());
    return row;
  }

 private:
  absl::StatusOr<PersonOnFile> personOf(const std::string& elder_id) {
    PersonOnFile person;
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records_.get(v1::RECORD_KIND_ELDER, elder_id));
    if (!elder) {
      return person;
    }
    person.elder = elder->elder();
    const std::string home =
        person.elder.residences().empty() ? std::string() : person.elder.residences().rbegin()->household_id();
    DOORSTEP_ASSIGN(const std::optional<v1::Record> household, records_.get(v1::RECORD_KIND_HOUSEHOLD, home));
    if (household) {
      person.door = doorOf(household->household());
      person.area = directory_.pathOf(household->household().area_id());
    }
    DOORSTEP_TRY(forEachRow(
        database_,
        "SELECT count(DISTINCT visit), max(CASE WHEN qualifies = 1 THEN day END) FROM elder_contact WHERE elder = ?1",
        [&](const sqlite::Statement& row) {
          person.visits = static_cast<std::uint32_t>(row.integer(0));
          if (!row.isNull(1)) {
            person.last_contact_on = dayOfNumber(row.integer(1));
          }
        },
        blob(elder_id)));
    DOORSTEP_ASSIGN(const std::vector<v1::Record> identities,
                    records_.ofParent(elder_id, v1::RECORD_KIND_ELDER_IDENTITY));
    person.id_number = identities.empty() ? std::string() : identities.back().elder_identity().id_number();
    return person;
  }

  absl::StatusOr<std::string> survivorOf(std::string id) {
    for (int step = 0; step < kLongestChain; ++step) {
      DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records_.get(v1::RECORD_KIND_ELDER, id));
      if (!elder || elder->elder().merged_into().empty()) {
        break;
      }
      id = elder->elder().merged_into();
    }
    return id;
  }

  sqlite::Database& database_;
  const Directory& directory_;
  RecordTable records_;
};

}  // namespace

absl::StatusOr<std::vector<DuplicateRow>> duplicateList(sqlite::Database& database, const Directory& directory,
                                                        absl::CivilDay today) {
  DOORSTEP_ASSIGN(std::vector<v1::Record> kept, RecordTable(database).ofKind(v1::RECORD_KIND_LIKELY_DUPLICATE));
  Duplicates duplicates(database, directory);
  std::vector<DuplicateRow> rows;
  for (v1::Record& record : kept) {
    v1::LikelyDuplicate& pair = *record.mutable_likely_duplicate();
    const bool long_ago = pair.has_settled_at() && today - care::dayOf(pair.settled_at(), directory.zone()) > kUndoDays;
    if (long_ago || (pair.has_settled_at() && pair.separate())) {
      continue;
    }
    DOORSTEP_ASSIGN(DuplicateRow row, duplicates.rowOf(std::move(pair)));
    rows.push_back(std::move(row));
  }
  std::stable_partition(rows.begin(), rows.end(), [](const DuplicateRow& row) { return !row.merged; });
  return rows;
}

}  // namespace doorstep::store
