#pragma once

#include <cstdint>
#include <optional>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/time.pb.h"

// How days and months stand in the database.
namespace doorstep::store {

inline std::int64_t dayNumber(absl::CivilDay day) {
  return day - absl::CivilDay(1970, 1, 1);
}
inline absl::CivilDay dayOfNumber(std::int64_t number) {
  return absl::CivilDay(1970, 1, 1) + number;
}
inline std::int64_t monthNumber(absl::CivilMonth month) {
  return month - absl::CivilMonth(1970, 1);
}

// NULL where there is none.
std::optional<std::int64_t> dayNumberIfSet(const v1::Date& date);
std::optional<std::int64_t> dayNumberIfSet(const std::optional<absl::CivilDay>& day);
std::optional<std::int64_t> millisIfSet(const std::optional<absl::Time>& time);

}  // namespace doorstep::store
