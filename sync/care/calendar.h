#pragma once

#include <string_view>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/time.pb.h"
#include "google/protobuf/timestamp.pb.h"

// Days and months in a district's zone, between the records' messages and absl's civil time.
// Pure functions; any thread.
namespace doorstep::care {

// The zone of all figures unless a district's rules name another (domain.md: Asia/Shanghai, +08).
absl::TimeZone districtZone(std::string_view iana_name = "Asia/Shanghai");

absl::CivilDay civilDay(const v1::Date& date);
absl::CivilMonth civilMonth(const v1::Month& month);
v1::Date toDate(absl::CivilDay day);
v1::Month toMonth(absl::CivilMonth month);
bool isSet(const v1::Date& date);
bool isValid(const v1::Date& date);  // a real day between 1900 and 2200

absl::Time toTime(const google::protobuf::Timestamp& at);
google::protobuf::Timestamp toTimestamp(absl::Time at);

absl::CivilDay dayOf(absl::Time at, absl::TimeZone zone);
absl::CivilDay dayOf(const google::protobuf::Timestamp& at, absl::TimeZone zone);

absl::CivilDay firstDay(absl::CivilMonth month);
absl::CivilDay lastDay(absl::CivilMonth month);

// S of a month: the 16th, in whose first instant denominator, area, kinds and tier are taken.
absl::CivilDay referenceDay(absl::CivilMonth month);

}  // namespace doorstep::care
