#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

namespace doorstep::service {

// Of which facts an input has changed since they were last computed. Gathered over a whole commit,
// so that many changes to one elder cost one computation.
class Touched {
 public:
  static constexpr std::int64_t kAllMonths = std::numeric_limits<std::int64_t>::min();

  // From a month (keys.h monthNumber) on: a contact is also the last one of later months.
  void elder(const std::string& elder_id, std::int64_t from_month = kAllMonths) {
    const auto [found, added] = elders.try_emplace(elder_id, from_month);
    if (!added && from_month < found->second) {
      found->second = from_month;
    }
  }
  void workerDay(const std::string& worker_id, std::int64_t day) { worker_days.emplace(worker_id, day); }
  void risk(const std::string& flag_id) { risks.insert(flag_id); }
  // Made in this commit: no fact stands of it yet.
  void fresh(const std::string& visit_id) { fresh_visits.insert(visit_id); }
  bool isFresh(const std::string& id) const { return fresh_visits.contains(id); }

  bool empty() const { return elders.empty() && worker_days.empty() && risks.empty() && !everything; }

  std::map<std::string, std::int64_t> elders;
  std::set<std::pair<std::string, std::int64_t>> worker_days;
  std::set<std::string> risks;
  std::unordered_set<std::string> fresh_visits;
  bool everything = false;  // rules or the tree itself: the whole district
};

}  // namespace doorstep::service
