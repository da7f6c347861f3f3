#include "sync/care/promises.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "sync/care/calendar.h"
#include "sync/care/visit_corrections.h"

namespace doorstep::care {

std::vector<StandingPromise> openPromises(std::span<const v1::Visit* const> visits_in_service_order) {
  const VisitCorrections corrections(visits_in_service_order);
  std::set<std::string_view> settled;
  for (const v1::Visit* visit : corrections.counting()) {
    settled.insert(visit->kept_promise_ids().begin(), visit->kept_promise_ids().end());
  }
  std::vector<StandingPromise> open;
  for (const v1::Visit* visit : corrections.counting()) {
    for (const v1::Promise& promise : visit->promises()) {
      if (settled.insert(promise.id()).second) {
        open.push_back({&promise, visit});
      }
    }
  }
  // Without a day it is for the next visit: the unset day 0-0-0 comes before all others.
  std::stable_sort(open.begin(), open.end(), [](const StandingPromise& left, const StandingPromise& right) {
    return civilDay(left.promise->due_on()) < civilDay(right.promise->due_on());
  });
  return open;
}

}  // namespace doorstep::care
