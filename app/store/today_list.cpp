#include <algorithm>
#include <utility>

#include "app/store/elder_list.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

// Overdue, begun, due, done: what a person should look at first.
enum class Urgency { kOverdue, kBegun, kDue, kVisited };

Urgency urgencyOf(const ElderRow& row) {
  if (row.visited_today && !row.draft) {
    return Urgency::kVisited;
  }
  if (row.due && row.due->days_left < 0) {
    return Urgency::kOverdue;
  }
  return row.draft ? Urgency::kBegun : Urgency::kDue;
}

bool belongs(const ElderRow& row) {
  return row.due || row.draft || row.visited_today;
}

// Only what is overdue or due has an order of days.
int daysLeft(const ElderRow& row) {
  const Urgency urgency = urgencyOf(row);
  const bool counts = row.due && (urgency == Urgency::kOverdue || urgency == Urgency::kDue);
  return counts ? row.due->days_left : 0;
}

}  // namespace

absl::StatusOr<std::vector<ElderRow>> todayList(sqlite::Database& database, const Directory& directory,
                                                absl::CivilDay today) {
  DOORSTEP_ASSIGN(std::vector<ListedElder> elders, listElders(database, directory, today));
  std::erase_if(elders, [&](const ListedElder& elder) { return !isInScope(elder, directory) || !belongs(elder.row); });
  std::sort(elders.begin(), elders.end(), [](const ListedElder& left, const ListedElder& right) {
    const auto key = [](const ListedElder& elder) { return std::pair(urgencyOf(elder.row), daysLeft(elder.row)); };
    return key(left) != key(right) ? key(left) < key(right) : standsBefore(left, right);
  });
  return rowsOf(std::move(elders));
}

}  // namespace doorstep::store
