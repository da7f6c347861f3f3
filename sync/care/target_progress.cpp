#include "sync/care/target_progress.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::care {
namespace {

bool isBelow(const AreaTree& areas, const std::string& area_id, const std::string& top_id) {
  const std::vector<std::string> upwards = areas.upwards(area_id);
  return std::find(upwards.begin(), upwards.end(), top_id) != upwards.end();
}

}  // namespace

std::uint32_t elapsedPerMille(const v1::Target& target, absl::CivilDay on) {
  const absl::CivilDay from = civilDay(target.from_on());
  const absl::CivilDay until = civilDay(target.until_on());
  if (on < from) {
    return 0;
  }
  if (on >= until) {
    return 1000;
  }
  return static_cast<std::uint32_t>(perMille(on - from + 1, until - from + 1).value_or(0));
}

std::int64_t verifiedFacilities(const v1::Target& target, std::span<const v1::Facility* const> facilities,
                                const AreaTree& areas, absl::CivilDay on) {
  const absl::CivilDay day = std::min(on, civilDay(target.until_on()));
  return std::count_if(facilities.begin(), facilities.end(), [&](const v1::Facility* facility) {
    return target.indicator() == v1::INDICATOR_MEAL_POINTS && facility->kind() == v1::FACILITY_KIND_MEAL_POINT &&
           isSet(facility->verified_on()) && civilDay(facility->verified_on()) <= day &&
           (!isSet(facility->closed_on()) || civilDay(facility->closed_on()) > day) &&
           isBelow(areas, facility->area_id(), target.area_id());
  });
}

std::int64_t reachedIn(const v1::Figures& figures, v1::Indicator indicator) {
  switch (indicator) {
    case v1::INDICATOR_PERSON_TIMES:
      return figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
             figures.person_times_proxy() + figures.person_times_remote_monitoring();
    case v1::INDICATOR_SERVICE_MINUTES:
      return figures.delivered_minutes_certified() + figures.delivered_minutes_provisional();
    default:
      return 0;
  }
}

}  // namespace doorstep::care
