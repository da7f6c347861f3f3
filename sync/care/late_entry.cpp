#include "sync/care/late_entry.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::care {

std::optional<v1::Problem> lateEntry(const v1::Visit& visit, absl::Time made_at, v1::Role role,
                                     const v1::DistrictRules& rules) {
  const absl::TimeZone zone = districtZone(rules.zone());
  const absl::CivilDay made_on = dayOf(made_at, zone);
  const std::uint32_t allowed = rulesOn(rules, made_on).backdate_days();
  if (made_on - dayOf(visit.started_at(), zone) <= allowed) {
    return std::nullopt;
  }
  const bool may_be_late = role == v1::ROLE_SUPERVISOR || role == v1::ROLE_DISTRICT_STAFF;
  if (may_be_late && !visit.late_reason().empty()) {
    return std::nullopt;
  }
  v1::Problem problem;
  problem.set_code(v1::PROBLEM_CODE_TOO_LATE);
  problem.set_field("started_at");
  problem.add_details(absl::StrCat(allowed));
  return problem;
}

}  // namespace doorstep::care
