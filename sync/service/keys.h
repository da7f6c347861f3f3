#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/ledger_rows.h"

// By what a record can be found again. Pure.
namespace doorstep::service {

std::int64_t dayNumber(absl::CivilDay day);  // since 1970-01-01
absl::CivilDay dayOfNumber(std::int64_t number);
std::int64_t monthNumber(absl::CivilMonth month);  // year * 12 + month - 1
absl::CivilMonth monthOfNumber(std::int64_t number);

// Keys of facts: "2026-11", in the order of months; those missed in one area and month; one worker's day.
std::string monthKey(std::int64_t month);
std::string missedGroup(std::int64_t month, const std::string& area_id);
std::string workerDayGroup(const std::string& worker_id, std::int64_t day);

// Index::kDuplicate of pairs that somebody has decided.
inline constexpr char kSettledKey[] = "settled";

// Of the key that a kind has in files: an area's code, a worker's staff number, an elder's file
// number, a household's number, an identity's ID number. Empty text has none. A duty's key is area,
// kind and name, a target's indicator, area and first day: theirs are made by naturalKeyOf() alone.
std::string naturalKey(v1::RecordKind kind, std::string_view text);
std::string naturalKeyOf(const v1::Record& record);  // empty when the kind or the record has none

// Every key of a record by itself. A visit's keys hold only while it counts: whoever applies a
// correction takes them away (corrections.h).
std::vector<IndexKey> keysOf(const v1::Record& record, absl::TimeZone zone);

}  // namespace doorstep::service
