#pragma once

#include <QString>
#include <cstdint>
#include <string>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/kind.pb.h"
#include "doorstep/v1/target.pb.h"
#include "doorstep/v1/time.pb.h"

// How paper writes days, counts and shares. In Chinese. Pure.
namespace doorstep::reports {

QString text(const std::string& utf8);
QString dayText(absl::CivilDay day);                   // "2026年11月20日 周五"
QString dateText(const v1::Date& date);                // "2026-11-20"
QString timeText(absl::Time at, absl::TimeZone zone);  // "11月20日 17:31"; "—" when unknown
QString count(std::int64_t number);                    // "1,892"
QString count(std::uint64_t number);
QString percent(std::int64_t n, std::int64_t d);  // "94.6 %", "—"; beyond 100 % where n > d
QString ratio(std::int64_t n, std::int64_t d);    // "1,892 / 2,000"
QString kindText(v1::RecordKind kind);
QString indicatorText(v1::Indicator indicator);

}  // namespace doorstep::reports
