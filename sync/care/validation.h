#pragma once

#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/record.pb.h"

// Whether a record by itself is fit to be kept: every problem with the path of its field. What
// needs other records (references, rights, scope) is checked at the service's door. Pure.
namespace doorstep::care {

inline constexpr int kIdentifierBytes = 16;
inline constexpr int kNoteCharacters = 4000;
inline constexpr int kNameCharacters = 40;
inline constexpr int kLineCharacters = 200;  // addresses, phones, codes and other single lines
inline constexpr int kVisitMinutes = 24 * 60;
inline constexpr int kServiceMinutes = 24 * 60;
inline constexpr int kEarliestYear = 2000;  // what happened before it was not recorded with Doorstep
inline constexpr int kEarliestBirthYear = 1880;

// `now` is the judge's time: a visit may not start more than a day after it. Devices' clocks may
// be wrong, so the service passes the time it received the change, a tablet its own. A body that
// this build does not know is UNKNOWN_KIND.
std::vector<v1::Problem> validate(const v1::Record& record, absl::Time now);

// The 18 characters of GB 11643-1999 with a right check digit and a real birth date.
bool isIdentityNumber(std::string_view number);

}  // namespace doorstep::care
