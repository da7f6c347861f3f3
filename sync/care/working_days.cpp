#include "sync/care/working_days.h"

#include "sync/care/calendar.h"
#include "sync/care/national_calendar.h"

namespace doorstep::care {

WorkingDays::WorkingDays(const v1::DistrictRules& rules) : zone_(districtZone(rules.zone())) {
  for (const v1::Date& day : rules.extra_holidays()) {
    holidays_.insert(civilDay(day));
  }
  for (const v1::Date& day : rules.extra_working_days()) {
    working_days_.insert(civilDay(day));
  }
}

bool WorkingDays::isKnownYear(absl::civil_year_t year) {
  return isShippedYear(year);
}

bool WorkingDays::isWorkingDay(absl::CivilDay day) const {
  if (holidays_.count(day) > 0) {
    return false;
  }
  if (working_days_.count(day) > 0) {
    return true;
  }
  const absl::Weekday weekday = absl::GetWeekday(day);
  return isNationalWorkingDay(day).value_or(weekday != absl::Weekday::saturday && weekday != absl::Weekday::sunday);
}

absl::CivilDay WorkingDays::nextWorkingDay(absl::CivilDay day) const {
  do {
    ++day;
  } while (!isWorkingDay(day));
  return day;
}

absl::Time WorkingDays::addWorkingDays(absl::Time since, int n) const {
  if (n <= 0) {
    return since;
  }
  const absl::CivilSecond from = absl::ToCivilSecond(since, zone_);
  absl::CivilDay day(from);
  for (int passed = 0; passed < n; ++passed) {
    day = nextWorkingDay(day);
  }
  return absl::FromCivil(
      absl::CivilSecond(day.year(), day.month(), day.day(), from.hour(), from.minute(), from.second()), zone_);
}

absl::Time endOfDay(absl::CivilDay day, absl::TimeZone zone) {
  return absl::FromCivil(day + 1, zone);
}

}  // namespace doorstep::care
