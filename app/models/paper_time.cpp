#include "app/models/paper_time.h"

#include <algorithm>

namespace doorstep::models {
namespace {

constexpr int kNoon = 12;

}  // namespace

absl::Time startOnDay(absl::CivilDay day, int minutes, absl::Time now, absl::TimeZone zone) {
  const absl::Time noon = absl::FromCivil(absl::CivilHour(day.year(), day.month(), day.day(), kNoon), zone);
  return std::max(absl::FromCivil(day, zone), std::min(noon, now - absl::Minutes(minutes)));
}

}  // namespace doorstep::models
