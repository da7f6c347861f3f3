#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/store/day.h"
#include "app/store/elder_list.h"
#include "app/store/month_records.h"
#include "app/store/own_hours.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/care/district_month.h"
#include "sync/care/worker_month.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

bool isWith(const v1::Visit& visit, const std::string& worker) {
  return std::find(visit.worker_ids().begin(), visit.worker_ids().end(), worker) != visit.worker_ids().end();
}

bool isWith(const v1::ServiceEntry& entry, const std::string& worker) {
  return std::any_of(entry.workers().begin(), entry.workers().end(),
                     [&worker](const v1::WorkerMinutes& minutes) { return minutes.worker_id() == worker; });
}

class MonthReader {
 public:
  MonthReader(sqlite::Database& database, const Directory& directory, const ListedElders& elders,
              absl::CivilMonth month, absl::CivilDay today)
      : database_(database), directory_(directory), elders_(elders), today_(today), records_(database) {
    result_.month = month;
    records_.district.rules = directory.rules();
  }

  absl::StatusOr<MyMonth> read() {
    DOORSTEP_TRY(readListed());
    DOORSTEP_TRY(readWorked());
    addHours();
    addElders();
    DOORSTEP_ASSIGN(const std::int64_t waiting,
                    database_.integer("SELECT count(*) FROM outgoing WHERE state = 0 AND kind = ?1",
                                      static_cast<int>(v1::RECORD_KIND_VISIT)));
    result_.waiting_visits = static_cast<std::uint64_t>(waiting);
    return std::move(result_);
  }

 private:
  const std::string& self() const { return directory_.workerId(); }

  // The doors that are this person's today.
  absl::Status readListed() {
    for (const ListedElder& elder : elders_) {
      if (std::find(elder.workers.begin(), elder.workers.end(), self()) != elder.workers.end()) {
        DOORSTEP_TRY(records_.addHousehold(elder.row.household_id));
        mine_.emplace(elder.row.elder_id, &elder);
      }
    }
    return absl::OkStatus();
  }

  // Where this person worked in the month, also at others' doors.
  absl::Status readWorked() {
    const std::int64_t from = absl::ToUnixMillis(absl::FromCivil(care::firstDay(result_.month) - 1, directory_.zone()));
    const std::int64_t until = absl::ToUnixMillis(absl::FromCivil(care::lastDay(result_.month) + 1, directory_.zone()));
    std::set<std::string> doors;
    std::set<std::string> entries;
    const auto read = [&](const sqlite::Statement& row) {
      const absl::StatusOr<v1::Record> record = replication::decodeRecord(row.blob(1));
      if (record.ok() && record->has_visit() && isWith(record->visit(), self())) {
        doors.insert(record->visit().household_id());
      } else if (record.ok() && record->has_service_entry() && isWith(record->service_entry(), self())) {
        const v1::ServiceEntry& entry = record->service_entry();
        entry.household_id().empty() ? entries.insert(entry.id()) : doors.insert(entry.household_id());
      }
    };
    DOORSTEP_TRY(forEachRow(database_,
                            "SELECT v.id, r.content FROM visit v JOIN record r ON r.kind = ?3 AND r.id = v.id"
                            " WHERE v.started_ms >= ?1 AND v.started_ms < ?2",
                            read, from, until, static_cast<int>(v1::RECORD_KIND_VISIT)));
    DOORSTEP_TRY(forEachRow(database_,
                            "SELECT s.id, r.content FROM service_entry s JOIN record r ON r.kind = ?3 AND r.id = s.id"
                            " WHERE s.started_ms >= ?1 AND s.started_ms < ?2",
                            read, from, until, static_cast<int>(v1::RECORD_KIND_SERVICE_ENTRY)));
    for (const std::string& door : doors) {
      DOORSTEP_TRY(records_.addHousehold(door));
    }
    const std::int64_t month = result_.month.year() * 12 + result_.month.month() - 1;
    DOORSTEP_ASSIGN(std::vector<v1::Record> elsewhere, ownHoursElsewhere(database_, month - 1, month + 1));
    for (v1::Record& line : elsewhere) {
      records_.keep(std::move(line));
    }
    for (const std::string& entry : entries) {
      DOORSTEP_TRY(records_.addEntry(entry));
    }
    return absl::OkStatus();
  }

  void addHours() {
    const care::WorkerMonth own = care::workerMonth(records_.district, self(), result_.month);
    result_.person_times = own.person_times;
    result_.measured_certified = own.measured_certified;
    result_.measured_provisional = own.measured_provisional;
    result_.entered_certified = own.entered_certified;
    result_.entered_provisional = own.entered_provisional;
    result_.imputed = own.imputed;
    const std::map<std::string, std::string> names = namesBySubject();
    for (const v1::MinutesLine& line : own.lines) {
      const absl::CivilDay on = care::civilDay(line.on());
      if (result_.days.empty() || result_.days.back().on != on) {
        result_.days.push_back({on, {}, {}});
      }
      WorkedDay& day = result_.days.back();
      day.lines.push_back(line);
      const auto name = names.find(line.subject_id());
      day.elder_names.push_back(name == names.end() ? std::string() : name->second);
    }
    std::reverse(result_.days.begin(), result_.days.end());
  }

  // The (first) elder of each visit and service.
  std::map<std::string, std::string> namesBySubject() const {
    std::map<std::string, std::string> of_elder;
    for (const v1::Elder* elder : records_.district.elders) {
      of_elder.emplace(elder->id(), elder->name());
    }
    const auto named = [&of_elder](const std::string& elder) {
      const auto found = of_elder.find(elder);
      return found == of_elder.end() ? std::string() : found->second;
    };
    std::map<std::string, std::string> names;
    for (const v1::Visit* visit : records_.district.visits) {
      names.emplace(visit->id(), visit->contacts().empty() ? std::string() : named(visit->contacts(0).elder_id()));
    }
    for (const v1::ServiceEntry* entry : records_.district.service_entries) {
      names.emplace(entry->id(), named(entry->elder_id()));
    }
    return names;
  }

  void addElders() {
    std::vector<std::pair<const ListedElder*, v1::MissedReason>> open;
    const care::DistrictMonth month = care::districtMonth(records_.district, result_.month, today_);
    for (const v1::ElderMonth& fact : month.elder_months) {
      const auto found = mine_.find(fact.elder_id());
      if (found == mine_.end()) {
        continue;
      }
      result_.slots_due += fact.slots_due();
      result_.slots_satisfied += fact.slots_satisfied();
      if (!fact.in_denominator()) {
        continue;
      }
      ++result_.elders;
      if (fact.contacted()) {
        ++result_.contacted;
      } else {
        open.emplace_back(found->second, fact.missed_reason());
      }
    }
    std::sort(open.begin(), open.end(), [](const auto& left, const auto& right) {
      const auto days = [](const ListedElder& elder) { return elder.row.due ? elder.row.due->days_left : 366; };
      return days(*left.first) != days(*right.first) ? days(*left.first) < days(*right.first)
                                                     : standsBefore(*left.first, *right.first);
    });
    for (const auto& [elder, reason] : open) {
      result_.open.push_back(elder->row);
      result_.reasons.push_back(reason);
    }
  }

  sqlite::Database& database_;
  const Directory& directory_;
  const ListedElders& elders_;
  const absl::CivilDay today_;
  MonthRecords records_;
  std::map<std::string, const ListedElder*> mine_;
  MyMonth result_;
};

}  // namespace

absl::StatusOr<MyMonth> myMonthOf(sqlite::Database& database, const Directory& directory, const ListedElders& elders,
                                  absl::CivilMonth month, absl::CivilDay today) {
  return MonthReader(database, directory, elders, month, today).read();
}

}  // namespace doorstep::store
