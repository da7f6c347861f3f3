#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "app/store/day.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr std::uint32_t kMinutesOfDay = 24 * 60;

// Whether a shift that begins on `day` is one of the roster's.
bool beginsOn(const v1::DutyRoster& roster, absl::CivilDay day) {
  if ((care::isSet(roster.from_on()) && day < care::civilDay(roster.from_on())) ||
      (care::isSet(roster.until_on()) && day > care::civilDay(roster.until_on()))) {
    return false;
  }
  const auto weekday = static_cast<std::uint32_t>(absl::GetWeekday(day)) + 1;  // Monday is absl's 0 and our 1
  return roster.weekdays().empty() ||
         std::find(roster.weekdays().begin(), roster.weekdays().end(), weekday) != roster.weekdays().end();
}

bool holdsAt(const v1::DutyRoster& roster, absl::Time now, absl::TimeZone zone) {
  const absl::CivilSecond local = absl::ToCivilSecond(now, zone);
  const absl::CivilDay today(local);
  const std::uint32_t minute =
      static_cast<std::uint32_t>(local.hour()) * 60 + static_cast<std::uint32_t>(local.minute());
  const std::uint32_t from = roster.from_minute();
  const std::uint32_t until = from == 0 && roster.until_minute() == 0 ? kMinutesOfDay : roster.until_minute();
  if (from < until) {
    return beginsOn(roster, today) && minute >= from && minute < until;
  }
  return (beginsOn(roster, today) && minute >= from) || (beginsOn(roster, today - 1) && minute < until);
}

}  // namespace

absl::StatusOr<std::vector<DutyNumber>> dutyNumbersFor(sqlite::Database& database, const Directory& directory,
                                                       const std::vector<std::string>& area_ids, absl::Time now) {
  std::map<std::string, v1::AreaKind> kinds;  // the smaller the area, the higher its kind
  for (const std::string& id : area_ids) {
    for (const v1::Area* area : directory.upwardsFrom(id)) {
      kinds.emplace(area->id(), area->kind());
    }
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> rosters, RecordTable(database).ofKind(v1::RECORD_KIND_DUTY_ROSTER));
  std::vector<std::tuple<int, v1::DutyKind, std::string, std::string>> found;
  for (const v1::Record& record : rosters) {
    const v1::DutyRoster& roster = record.duty_roster();
    const auto near = kinds.find(roster.area_id());
    if (near != kinds.end() && holdsAt(roster, now, directory.zone())) {
      found.emplace_back(-int{near->second}, roster.kind(), roster.name(), roster.phone());
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<DutyNumber> numbers;
  for (auto& [order, kind, name, phone] : found) {
    numbers.push_back({kind, std::move(name), std::move(phone)});
  }
  return numbers;
}

absl::StatusOr<std::vector<DutyNumber>> ownDutyNumbers(sqlite::Database& database, const Directory& directory,
                                                       absl::Time now) {
  std::set<std::string> areas{directory.districtId()};
  if (const v1::Worker* self = directory.worker(directory.workerId())) {
    areas.insert(self->area_ids().begin(), self->area_ids().end());
  }
  std::vector<std::string> doors;
  DOORSTEP_TRY(forEachRow(
      database,
      "SELECT DISTINCT household FROM assignment WHERE worker = ?1 AND from_day <= ?2"
      " AND (until_day IS NULL OR until_day >= ?2)",
      [&](const sqlite::Statement& row) { doors.push_back(bytesOf(row, 0)); }, blob(directory.workerId()),
      dayNumber(care::dayOf(now, directory.zone()))));
  RecordTable records(database);
  for (const std::string& door : doors) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> household, records.get(v1::RECORD_KIND_HOUSEHOLD, door));
    if (household) {
      areas.insert(household->household().area_id());
    }
  }
  return dutyNumbersFor(database, directory, {areas.begin(), areas.end()}, now);
}

}  // namespace doorstep::store
