#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "app/store/elder_list.h"
#include "app/store/views.h"

namespace doorstep::store {
namespace {

// A search that is running, then overdue, begun, due, done: what a person should look at first.
enum class Urgency { kSearched, kOverdue, kBegun, kDue, kVisited };

class TodayOrder {
 public:
  explicit TodayOrder(absl::CivilDay today) : today_(today) {}

  bool belongs(const ElderRow& row) const {
    return row.due || row.draft || row.visited_today || isSearched(row) || daysToOther(row);
  }

  // What comes first; those alike stand by grid and door.
  using Key = std::tuple<Urgency, absl::Time, int>;
  Key keyOf(const ElderRow& row) const {
    const absl::Time deadline = isSearched(row) ? row.ladder_due_at.value_or(absl::InfiniteFuture()) : absl::Time();
    return {urgencyOf(row), deadline, daysLeft(row)};
  }

 private:
  static bool isSearched(const ElderRow& row) { return row.ladder_next != v1::LADDER_STEP_UNSPECIFIED; }

  // Days until a promise or a second look that is due by today; negative once it is late.
  std::optional<int> daysToOther(const ElderRow& row) const {
    std::optional<int> days;
    for (const std::optional<absl::CivilDay>& day : {row.promise_on, row.recheck_on}) {
      if (day && *day <= today_) {
        const int left = static_cast<int>(*day - today_);
        days = days ? std::min(*days, left) : left;
      }
    }
    return days;
  }

  // Of the visit that is due and of what else is.
  std::optional<int> mostPressing(const ElderRow& row) const {
    std::optional<int> days = daysToOther(row);
    if (row.due) {
      days = days ? std::min(*days, row.due->days_left) : row.due->days_left;
    }
    return days;
  }

  Urgency urgencyOf(const ElderRow& row) const {
    if (isSearched(row)) {
      return Urgency::kSearched;
    }
    if (row.visited_today && !row.draft && !daysToOther(row)) {
      return Urgency::kVisited;
    }
    if (mostPressing(row).value_or(0) < 0) {
      return Urgency::kOverdue;
    }
    return row.draft ? Urgency::kBegun : Urgency::kDue;
  }

  // Only what is overdue or due has an order of days.
  int daysLeft(const ElderRow& row) const {
    const Urgency urgency = urgencyOf(row);
    const bool counts = urgency == Urgency::kOverdue || urgency == Urgency::kDue;
    return counts ? mostPressing(row).value_or(0) : 0;
  }

  absl::CivilDay today_;
};

}  // namespace

std::vector<ElderRow> todayList(const ListedElders& elders, const Directory& directory, absl::CivilDay today) {
  const TodayOrder order(today);
  std::vector<std::pair<TodayOrder::Key, const ElderRow*>> chosen;
  for (const ListedElder& elder : elders) {
    if (isInScope(elder, directory) && order.belongs(elder.row)) {
      chosen.emplace_back(order.keyOf(elder.row), &elder.row);
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<ElderRow> rows;
  rows.reserve(chosen.size());
  for (const auto& [key, row] : chosen) {
    rows.push_back(*row);
  }
  return rows;
}

}  // namespace doorstep::store
