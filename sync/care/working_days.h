#pragma once

#include <set>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/rules.pb.h"

// On which days a district works: Monday to Friday, changed by the shipped national calendar with its
// exchanged weekends (调休; the notices are named in national_calendar.cpp), changed by the district's
// own extra_holidays and extra_working_days, which win. Of a year that is not shipped only Monday to
// Friday and the district's days are known (isKnownYear). Pure; any thread.
namespace doorstep::care {

class WorkingDays {
 public:
  explicit WorkingDays(const v1::DistrictRules& rules);

  static bool isKnownYear(absl::civil_year_t year);

  bool isWorkingDay(absl::CivilDay day) const;
  absl::CivilDay nextWorkingDay(absl::CivilDay day) const;  // the first one after `day`
  // The same time of day, n working days later; n = 0 is `since` itself.
  absl::Time addWorkingDays(absl::Time since, int n) const;

  absl::TimeZone zone() const { return zone_; }

 private:
  absl::TimeZone zone_;
  std::set<absl::CivilDay> holidays_;
  std::set<absl::CivilDay> working_days_;
};

// 24:00 of a day, which is its last instant's next.
absl::Time endOfDay(absl::CivilDay day, absl::TimeZone zone);

}  // namespace doorstep::care
