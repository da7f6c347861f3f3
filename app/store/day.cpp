#include "app/store/day.h"

#include "sync/care/calendar.h"

namespace doorstep::store {

std::optional<std::int64_t> dayNumberIfSet(const v1::Date& date) {
  if (!care::isSet(date)) {
    return std::nullopt;
  }
  return dayNumber(care::civilDay(date));
}

std::optional<std::int64_t> dayNumberIfSet(const std::optional<absl::CivilDay>& day) {
  if (!day) {
    return std::nullopt;
  }
  return dayNumber(*day);
}

std::optional<std::int64_t> millisIfSet(const std::optional<absl::Time>& time) {
  if (!time) {
    return std::nullopt;
  }
  return absl::ToUnixMillis(*time);
}

}  // namespace doorstep::store
