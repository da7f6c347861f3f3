#include "app/store/query_tables.h"

#include "app/store/contact_judge.h"
#include "app/store/day.h"
#include "app/store/elder_columns.h"
#include "app/store/local_rules.h"
#include "app/store/open_ladders.h"
#include "app/store/open_risks.h"
#include "app/store/rows.h"
#include "app/store/service_states.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
absl::Status QueryTables::put(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kElder:
      return putElder(record.elder());
    case v1::Record::kHousehold:
      return touchDoor(record.household().id());
    case v1::Record::kVisit:
      return putVisit(record.visit());
    case v1::Record::kContact:
      households_.insert(record.contact().household_id());
      return absl::OkStatus();
    case v1::Record::kAssignment:
      return putAssignment(record.assignment());
    case v1::Record::kRiskFlag:
    case v1::Record::kRestrictedRiskFlag:
      flags_.insert(replication::idOf(record));
      return absl::OkStatus();
    case v1::Record::kRiskEvent:
    case v1::Record::kRestrictedRiskEvent:
      flags_.insert(replication::headerOf(record));
      return absl::OkStatus();
    case v1::Record::kLadder:
      ladders_.insert(record.ladder().id());
      return absl::OkStatus();
    case v1::Record::kLadderEvent:
      ladders_.insert(record.ladder_event().ladder_id());
      return absl::OkStatus();
    case v1::Record::kServiceEntry:
      entries_.insert(record.service_entry().id());
      return absl::OkStatus();
    case v1::Record::kServiceEntryEvent:
      entries_.insert(record.service_entry_event().entry_id());
      return absl::OkStatus();
    case v1::Record::kAttachment:
      return database_.execute("INSERT OR REPLACE INTO attachment(id, household, hash) VALUES (?1, ?2, ?3)",
                               blob(record.attachment().id()), blob(record.attachment().household_id()),
                               blob(record.attachment().content_hash()));
    case v1::Record::kDistrictRules:
      judgeAllAgain();
      return absl::OkStatus();
    default:
      return absl::OkStatus();
  }
}

absl::Status QueryTables::erase(v1::RecordKind kind, const std::string& id) {
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records_.get(kind, id));
  if (!record) {
    return absl::OkStatus();
  }
  switch (kind) {
    case v1::RECORD_KIND_ELDER:
      DOORSTEP_TRY(touchResidences(id));
      DOORSTEP_TRY(database_.execute("DELETE FROM elder_contact WHERE elder = ?1", blob(id)));
      return database_.execute("DELETE FROM elder WHERE id = ?1", blob(id));
    case v1::RECORD_KIND_VISIT:
      leaving_[id] = {record->visit().household_id(), replication::encode(record->visit())};
      return absl::OkStatus();
    case v1::RECORD_KIND_ASSIGNMENT:
      return database_.execute("DELETE FROM assignment WHERE id = ?1", blob(id));
    case v1::RECORD_KIND_ATTACHMENT:
      return database_.execute("DELETE FROM attachment WHERE id = ?1", blob(id));
    default:
      return put(*record);  // touches the same
  }
}

absl::Status QueryTables::eraseHousehold(const std::string& household) {
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT DISTINCT elder FROM elder_contact WHERE household = ?1",
      [&](const sqlite::Statement& row) { elders_.insert(bytesOf(row, 0)); }, blob(household)));
  for (const char* sql : {"DELETE FROM elder_contact WHERE household = ?1",
                          "DELETE FROM elder_contact WHERE elder IN (SELECT id FROM elder WHERE household = ?1)",
                          "DELETE FROM elder WHERE household = ?1", "DELETE FROM visit WHERE household = ?1",
                          "DELETE FROM risk WHERE household = ?1", "DELETE FROM assignment WHERE household = ?1",
                          "DELETE FROM ladder WHERE household = ?1", "DELETE FROM promise WHERE household = ?1",
                          "DELETE FROM proposal WHERE household = ?1", "DELETE FROM service_entry WHERE household = ?1",
                          "DELETE FROM attachment WHERE household = ?1"}) {
    DOORSTEP_TRY(database_.execute(sql, blob(household)));
  }
  return absl::OkStatus();
}

absl::Status QueryTables::finish() {
  DOORSTEP_TRY(digests_.write(database_));
  if (all_households_) {
    DOORSTEP_TRY(touchAll());
  }
  DOORSTEP_TRY(foldAll());
  DOORSTEP_TRY(judgeContacts());
  for (const std::string& elder : searched_) {
    DOORSTEP_TRY(refreshSearch(database_, spelling_, elder));
  }
  for (const std::string& elder : elders_) {
    DOORSTEP_TRY(refreshLastContact(database_, elder));
  }
  searched_.clear();
  elders_.clear();
  households_.clear();
  all_households_ = false;
  return absl::OkStatus();
}

absl::Status QueryTables::judgeContacts() {
  for (const auto& [id, visit] : leaving_) {
    households_.insert(visit.household);
    DOORSTEP_TRY(database_.execute("DELETE FROM visit WHERE id = ?1", blob(id)));
  }
  ContactJudge judge(database_);
  for (const std::string& household : households_) {
    DOORSTEP_TRY(judge.judge(household, elders_));
  }
  for (const v1::Visit& visit : fresh_) {
    if (!households_.contains(visit.household_id())) {
      DOORSTEP_TRY(judge.add(visit, elders_));
    }
  }
  leaving_.clear();
  fresh_.clear();
  return absl::OkStatus();
}

absl::Status QueryTables::touchAll() {
  DOORSTEP_TRY(forEachRow(database_, "SELECT DISTINCT household FROM visit",
                          [&](const sqlite::Statement& row) { households_.insert(bytesOf(row, 0)); }));
  return forEachRow(database_, "SELECT id FROM ladder",
                    [&](const sqlite::Statement& row) { ladders_.insert(bytesOf(row, 0)); });
}

absl::Status QueryTables::foldAll() {
  for (const std::string& flag : flags_) {
    DOORSTEP_TRY(foldFlag(database_, flag));
  }
  for (const std::string& entry : entries_) {
    DOORSTEP_TRY(foldEntryRow(database_, entry));
  }
  if (!ladders_.empty()) {
    DOORSTEP_ASSIGN(const LocalRules local, localRules(database_));
    for (const std::string& ladder : ladders_) {
      DOORSTEP_TRY(foldLadderRow(database_, ladder, local.rules));
    }
  }
  flags_.clear();
  entries_.clear();
  ladders_.clear();
  return absl::OkStatus();
}

absl::Status QueryTables::putElder(const v1::Elder& elder) {
  searched_.insert(elder.id());
  elders_.insert(elder.id());
  for (const v1::ResidenceSpan& span : elder.residences()) {
    households_.insert(span.household_id());
  }
  const std::string household = elder.residences().empty() ? "" : elder.residences().rbegin()->household_id();
  return database_.execute(
      "INSERT INTO elder(id, household, merged_into) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (id) DO UPDATE SET household = excluded.household, merged_into = excluded.merged_into",
      blob(elder.id()), blob(household), blob(elder.merged_into()));
}

// Whether it changes nothing that its household's other visits say, nor they what it says.
absl::StatusOr<bool> QueryTables::standsAlone(const v1::Visit& visit) {
  if (!visit.corrects_id().empty() || !visit.promises().empty() || !visit.kept_promise_ids().empty()) {
    return false;
  }
  DOORSTEP_ASSIGN(const bool known, hasRow(database_, "SELECT 1 FROM visit WHERE id = ?1", blob(visit.id())));
  if (known) {
    return false;
  }
  DOORSTEP_ASSIGN(const bool corrected,
                  hasRow(database_, "SELECT 1 FROM record WHERE parent = ?1 AND parent <> x'' AND kind = ?2",
                         blob(visit.id()), static_cast<int>(v1::RECORD_KIND_VISIT)));
  return !corrected;
}

absl::Status QueryTables::putVisit(const v1::Visit& visit) {
  if (const auto left = leaving_.extract(visit.id()); !left.empty()) {
    // Where it corrects another its place in the service's order counts, and that may have changed.
    if (visit.corrects_id().empty() && left.mapped().encoded == replication::encode(visit)) {
      return absl::OkStatus();
    }
    households_.insert(left.mapped().household);
    households_.insert(visit.household_id());
  } else {
    DOORSTEP_ASSIGN(const bool alone, standsAlone(visit));
    if (alone) {
      fresh_.push_back(visit);
      fresh_.back().clear_answers();
    } else {
      households_.insert(visit.household_id());
    }
  }
  return database_.execute(
      "INSERT OR REPLACE INTO visit(id, household, recorded_by, ended_ms, precision, started_ms)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      blob(visit.id()), blob(visit.household_id()), blob(visit.recorded_by()),
      absl::ToUnixMillis(care::toTime(visit.ended_at())), static_cast<int>(visit.precision()),
      absl::ToUnixMillis(care::toTime(visit.started_at())));
}

absl::Status QueryTables::putAssignment(const v1::Assignment& assignment) {
  return database_.execute(
      "INSERT INTO assignment(id, household, worker, from_day, until_day) VALUES (?1, ?2, ?3, ?4, ?5)"
      " ON CONFLICT (id) DO UPDATE SET household = excluded.household, worker = excluded.worker,"
      " from_day = excluded.from_day, until_day = excluded.until_day",
      blob(assignment.id()), blob(assignment.household_id()), blob(assignment.worker_id()),
      dayNumber(care::civilDay(assignment.from_on())), dayNumberIfSet(assignment.until_on()));
}

absl::Status QueryTables::touchResidences(const std::string& elder_id) {
  DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records_.get(v1::RECORD_KIND_ELDER, elder_id));
  if (record) {
    for (const v1::ResidenceSpan& span : record->elder().residences()) {
      households_.insert(span.household_id());
    }
  }
  return absl::OkStatus();
}

absl::Status QueryTables::touchDoor(const std::string& household) {
  return forEachRow(
      database_, "SELECT id FROM elder WHERE household = ?1",
      [&](const sqlite::Statement& row) { searched_.insert(bytesOf(row, 0)); }, blob(household));
}

}  // namespace doorstep::store
