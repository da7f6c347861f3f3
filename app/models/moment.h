#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <optional>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/time.pb.h"
#include "google/protobuf/timestamp.pb.h"

namespace doorstep::models {

// A day, and a time of day where there is one, in the district's zone: never in the device's, so
// that a tablet with a wrong zone still shows the hour on the visitor's watch.
class Moment {
  Q_GADGET
  QML_VALUE_TYPE(moment)
  Q_PROPERTY(bool known MEMBER known)
  Q_PROPERTY(bool hasTime MEMBER has_time)
  Q_PROPERTY(int year MEMBER year)
  Q_PROPERTY(int month MEMBER month)
  Q_PROPERTY(int day MEMBER day)
  Q_PROPERTY(int weekday MEMBER weekday)  // 1 = Monday … 7 = Sunday
  Q_PROPERTY(int hour MEMBER hour)
  Q_PROPERTY(int minute MEMBER minute)

 public:
  bool known = false;
  bool has_time = false;
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;
  int hour = 0;
  int minute = 0;

  bool operator==(const Moment&) const = default;
};

// A day of the Chinese calendar.
class LunarDay {
  Q_GADGET
  QML_VALUE_TYPE(lunarDay)
  Q_PROPERTY(int month MEMBER month)
  Q_PROPERTY(int day MEMBER day)
  Q_PROPERTY(bool leapMonth MEMBER leap_month)

 public:
  int month = 0;
  int day = 0;
  bool leap_month = false;

  bool operator==(const LunarDay&) const = default;
};

Moment momentOf(absl::CivilDay day);
Moment momentOf(absl::Time at, absl::TimeZone zone);  // unknown for the infinite past and future
Moment momentOf(const google::protobuf::Timestamp& at, absl::TimeZone zone);
Moment momentOf(const std::optional<absl::CivilDay>& day);
Moment momentOf(const std::optional<absl::Time>& at, absl::TimeZone zone);
// Until when: a deadline at midnight is the whole day before it, without a time.
Moment deadlineOf(const std::optional<absl::Time>& at, absl::TimeZone zone);

LunarDay lunarDayOf(absl::CivilDay day);

}  // namespace doorstep::models
