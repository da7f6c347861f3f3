#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "app/store/elder_list.h"
#include "app/store/record_table.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

bool isFor(const ListedElder& elder, const std::string& worker_id, const Directory& directory) {
  if (worker_id.empty()) {
    return isInScope(elder, directory);
  }
  return std::find(elder.workers.begin(), elder.workers.end(), worker_id) != elder.workers.end();
}

// Name and file number, nothing else: paper is lost more easily than a tablet.
v1::Elder leastOf(const v1::Elder& elder) {
  v1::Elder least;
  least.set_id(elder.id());
  least.set_name(elder.name());
  least.set_file_number(elder.file_number());
  return least;
}

void addElder(const v1::Elder& elder, const std::optional<care::Due>& due, PaperRow& row) {
  row.elders.push_back(leastOf(elder));
  if (row.phone.empty()) {
    row.phone = elder.phone();
  }
  if (!elder.safety_note().empty() && row.safety_note.find(elder.safety_note()) == std::string::npos) {
    row.safety_note += row.safety_note.empty() ? elder.safety_note() : "\n" + elder.safety_note();
  }
  if (due && (!row.due || due->days_left < row.due->days_left)) {
    row.due = due;
  }
}

}  // namespace

absl::StatusOr<std::vector<PaperRow>> paperListOf(sqlite::Database& database, const Directory& directory,
                                                  const ListedElders& elders, const std::string& worker_id) {
  RecordTable records(database);
  std::vector<PaperRow> rows;
  // A door keeps its number when others become due or are done: paper is typed in days after it was printed.
  std::map<std::string, std::uint32_t> numbers;
  std::map<std::string, std::size_t> places;  // in rows
  for (const ListedElder& listed : elders) {
    if (!isFor(listed, worker_id, directory)) {
      continue;
    }
    const auto number = static_cast<std::uint32_t>(numbers.size() + 1);
    const std::uint32_t kept = numbers.emplace(listed.row.household_id, number).first->second;
    if (!listed.row.due) {
      continue;
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, listed.row.elder_id));
    if (!elder) {
      continue;
    }
    const auto [known, first] = places.emplace(listed.row.household_id, rows.size());
    if (!first) {
      addElder(elder->elder(), listed.row.due, rows[known->second]);
      continue;
    }
    PaperRow& row = rows.emplace_back();
    row.number = kept;
    row.household_id = listed.row.household_id;
    row.door = listed.row.door;
    row.area = listed.row.area;
    addElder(elder->elder(), listed.row.due, row);
  }
  return rows;
}

}  // namespace doorstep::store
