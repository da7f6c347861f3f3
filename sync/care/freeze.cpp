#include "sync/care/freeze.h"

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/care/working_days.h"

namespace doorstep::care {

std::optional<absl::Time> freezeAt(absl::CivilMonth month, const v1::DistrictRules& rules) {
  if (isSet(rules.go_live_on()) && month <= absl::CivilMonth(civilDay(rules.go_live_on()))) {
    return std::nullopt;
  }
  const v1::RuleSet set = rulesOn(rules, referenceDay(month));
  const absl::CivilDay day = firstDay(month + 1) + (set.freeze_day() - 1);
  const WorkingDays working_days(rules);
  if (set.freeze_waits_for_working_day() && !working_days.isWorkingDay(day)) {
    return endOfDay(working_days.nextWorkingDay(day), working_days.zone());
  }
  return absl::FromCivil(day, working_days.zone());
}

}  // namespace doorstep::care
