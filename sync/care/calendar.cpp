#include "sync/care/calendar.h"

#include <string>

namespace doorstep::care {

absl::TimeZone districtZone(std::string_view iana_name) {
  absl::TimeZone zone;
  if (!iana_name.empty() && absl::LoadTimeZone(std::string(iana_name), &zone)) {
    return zone;
  }
  // China has had no summer time since 1991: without a zone database the offset alone is right.
  return absl::FixedTimeZone(8 * 60 * 60);
}

absl::CivilDay civilDay(const v1::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

absl::CivilMonth civilMonth(const v1::Month& month) {
  return absl::CivilMonth(month.year(), month.month());
}

v1::Date toDate(absl::CivilDay day) {
  v1::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

v1::Month toMonth(absl::CivilMonth month) {
  v1::Month message;
  message.set_year(static_cast<int>(month.year()));
  message.set_month(month.month());
  return message;
}

bool isSet(const v1::Date& date) {
  return date.year() != 0 || date.month() != 0 || date.day() != 0;
}

bool isValid(const v1::Date& date) {
  if (date.year() < 1900 || date.year() > 2200) {
    return false;
  }
  const absl::CivilDay day = civilDay(date);
  return day.year() == date.year() && day.month() == date.month() && day.day() == date.day();
}

absl::Time toTime(const google::protobuf::Timestamp& at) {
  return absl::FromUnixSeconds(at.seconds()) + absl::Nanoseconds(at.nanos());
}

google::protobuf::Timestamp toTimestamp(absl::Time at) {
  google::protobuf::Timestamp message;
  const std::int64_t seconds = absl::ToUnixSeconds(at);
  message.set_seconds(seconds);
  message.set_nanos(static_cast<int>(absl::ToInt64Nanoseconds(at - absl::FromUnixSeconds(seconds))));
  return message;
}

absl::CivilDay dayOf(absl::Time at, absl::TimeZone zone) {
  return absl::ToCivilDay(at, zone);
}

absl::CivilDay dayOf(const google::protobuf::Timestamp& at, absl::TimeZone zone) {
  return dayOf(toTime(at), zone);
}

absl::CivilDay firstDay(absl::CivilMonth month) {
  return absl::CivilDay(month);
}

absl::CivilDay lastDay(absl::CivilMonth month) {
  return absl::CivilDay(month + 1) - 1;
}

absl::CivilDay referenceDay(absl::CivilMonth month) {
  return absl::CivilDay(month.year(), month.month(), 16);
}

}  // namespace doorstep::care
