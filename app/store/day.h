#pragma once

#include <cstdint>

#include "absl/time/civil_time.h"

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

}  // namespace doorstep::store
