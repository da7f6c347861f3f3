#include "app/models/moment.h"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>

#include <memory>

#include "sync/care/calendar.h"

namespace doorstep::models {

Moment momentOf(absl::CivilDay day) {
  Moment moment;
  moment.known = true;
  moment.year = static_cast<int>(day.year());
  moment.month = day.month();
  moment.day = day.day();
  moment.weekday = static_cast<int>(absl::GetWeekday(day)) + 1;
  return moment;
}

Moment momentOf(absl::Time at, absl::TimeZone zone) {
  if (at == absl::InfinitePast() || at == absl::InfiniteFuture())
    return {};
  const absl::CivilSecond second = absl::ToCivilSecond(at, zone);
  Moment moment = momentOf(absl::CivilDay(second));
  moment.has_time = true;
  moment.hour = second.hour();
  moment.minute = second.minute();
  return moment;
}

Moment momentOf(const google::protobuf::Timestamp& at, absl::TimeZone zone) {
  return momentOf(care::toTime(at), zone);
}

Moment momentOf(const std::optional<absl::CivilDay>& day) {
  return day ? momentOf(*day) : Moment{};
}

Moment momentOf(const std::optional<absl::Time>& at, absl::TimeZone zone) {
  return at ? momentOf(*at, zone) : Moment{};
}

Moment deadlineOf(const std::optional<absl::Time>& at, absl::TimeZone zone) {
  if (!at)
    return {};
  const absl::CivilDay day = absl::ToCivilDay(*at, zone);
  return *at == absl::FromCivil(day, zone) ? momentOf(day - 1) : momentOf(*at, zone);
}

LunarDay lunarDayOf(absl::CivilDay day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Shanghai"), "zh_CN@calendar=chinese", status));
  if (U_FAILURE(status) || !calendar)
    return {};
  const absl::Time noon = absl::FromCivil(absl::CivilHour(day) + 12, care::districtZone());
  calendar->setTime(static_cast<UDate>(absl::ToUnixMillis(noon)), status);
  LunarDay lunar;
  lunar.month = calendar->get(UCAL_MONTH, status) + 1;
  lunar.day = calendar->get(UCAL_DAY_OF_MONTH, status);
  lunar.leap_month = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
  return U_FAILURE(status) ? LunarDay{} : lunar;
}

}  // namespace doorstep::models
