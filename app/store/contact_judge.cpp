#include "app/store/contact_judge.h"

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/store/day.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/promises.h"
#include "sync/care/proposals.h"
#include "sync/care/visit_corrections.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

constexpr int kLongestMergeChain = 16;

// The elder that stands for this one now.
absl::StatusOr<std::string> survivorOf(sqlite::Database& database, std::string elder) {
  for (int i = 0; i < kLongestMergeChain; ++i) {
    std::string into;
    DOORSTEP_TRY(forEachRow(
        database, "SELECT merged_into FROM elder WHERE id = ?1",
        [&](const sqlite::Statement& row) { into = bytesOf(row, 0); }, blob(elder)));
    if (into.empty()) {
      break;
    }
    elder = std::move(into);
  }
  return elder;
}

// Survivors with all ids that stand for them in these visits.
absl::StatusOr<std::map<std::string, std::vector<std::string>>> eldersOf(sqlite::Database& database,
                                                                         const std::vector<const v1::Visit*>& visits) {
  std::set<std::string> named;
  for (const v1::Visit* visit : visits) {
    for (const v1::VisitContact& contact : visit->contacts()) {
      named.insert(contact.elder_id());
    }
  }
  std::map<std::string, std::vector<std::string>> survivors;
  for (const std::string& elder : named) {
    DOORSTEP_ASSIGN(const std::string survivor, survivorOf(database, elder));
    std::vector<std::string>& merged = survivors[survivor];
    if (elder != survivor) {
      merged.push_back(elder);
    }
  }
  return survivors;
}

absl::Status insert(sqlite::Database& database, const v1::Elder& elder, const care::ElderContact& contact,
                    int position) {
  return database.execute(
      "INSERT OR REPLACE INTO elder_contact(elder, started_ms, visit, position, household, day, mode, outcome,"
      " qualifies) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      blob(elder.id()), absl::ToUnixMillis(contact.starts_at), blob(contact.visit->id()), position,
      blob(contact.visit->household_id()), dayNumber(contact.on), static_cast<int>(contact.contact->mode()),
      static_cast<int>(contact.contact->outcome()), contact.qualifies);
}

// What was promised stands with the first elder of the visit that promised it.
absl::Status keepPromises(sqlite::Database& database, const std::string& household,
                          const std::vector<const v1::Visit*>& visits, absl::TimeZone zone) {
  DOORSTEP_TRY(database.execute("DELETE FROM promise WHERE household = ?1", blob(household)));
  for (const care::StandingPromise& standing : care::openPromises(visits)) {
    const auto& contacts = standing.visit->contacts();
    DOORSTEP_ASSIGN(const std::string elder,
                    survivorOf(database, contacts.empty() ? std::string() : contacts[0].elder_id()));
    DOORSTEP_TRY(
        database.execute("INSERT OR REPLACE INTO promise(id, household, elder, made_day, due_day, content)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                         blob(standing.promise->id()), blob(household), blob(elder),
                         dayNumber(care::dayOf(standing.visit->started_at(), zone)),
                         dayNumberIfSet(standing.promise->due_on()), blob(replication::encode(*standing.promise))));
  }
  return absl::OkStatus();
}

absl::Status keepProposal(sqlite::Database& database, const v1::Visit& visit, const v1::Elder& elder,
                          std::span<const std::string> merged, absl::TimeZone zone) {
  const v1::StatusProposal proposal = care::openProposal(visit, elder, merged, zone);
  if (proposal == v1::STATUS_PROPOSAL_NONE) {
    return absl::OkStatus();
  }
  return database.execute(
      "INSERT OR REPLACE INTO proposal(visit, elder, household, proposal, reported_day, reported_by)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      blob(visit.id()), blob(elder.id()), blob(visit.household_id()), static_cast<int>(proposal),
      dayNumber(care::dayOf(visit.started_at(), zone)), blob(visit.recorded_by()));
}

}  // namespace

absl::Status ContactJudge::judge(const std::string& household, std::set<std::string>& elders) {
  if (!local_) {
    DOORSTEP_ASSIGN(local_, localRules(database_));
  }
  RecordTable records(database_);
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT DISTINCT elder FROM elder_contact WHERE household = ?1",
      [&](const sqlite::Statement& row) { elders.insert(bytesOf(row, 0)); }, blob(household)));
  DOORSTEP_TRY(database_.execute("DELETE FROM elder_contact WHERE household = ?1", blob(household)));
  DOORSTEP_TRY(database_.execute("DELETE FROM proposal WHERE household = ?1", blob(household)));

  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofHousehold(household, v1::RECORD_KIND_VISIT));
  std::vector<const v1::Visit*> visits;
  for (const v1::Record& record : kept) {
    visits.push_back(&record.visit());
  }
  DOORSTEP_TRY(keepPromises(database_, household, visits, local_->zone));
  const care::VisitCorrections corrections(visits);
  DOORSTEP_ASSIGN(const auto survivors, eldersOf(database_, corrections.counting()));
  DOORSTEP_ASSIGN(const std::vector<v1::Record> contacts, records.ofHousehold(household, v1::RECORD_KIND_CONTACT));
  const care::RelationOfContact relation_of = [&](const std::string& id) -> std::optional<v1::ContactRelation> {
    for (const v1::Record& record : contacts) {
      if (record.contact().id() == id) {
        return record.contact().relation();
      }
    }
    return std::nullopt;
  };
  for (const auto& [survivor, merged] : survivors) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> record, records.get(v1::RECORD_KIND_ELDER, survivor));
    if (!record) {
      continue;  // not in this device's scope
    }
    elders.insert(survivor);
    for (const v1::Visit* visit : corrections.counting()) {
      const absl::CivilDay on = care::dayOf(visit->started_at(), local_->zone);
      const v1::RuleSet rules = care::rulesOn(local_->rules, on);
      int position = 0;
      for (const care::ElderContact& contact :
           care::contactsOf(record->elder(), merged, {&visit, 1}, rules, local_->zone, relation_of)) {
        DOORSTEP_TRY(insert(database_, record->elder(), contact, position++));
      }
      DOORSTEP_TRY(keepProposal(database_, *visit, record->elder(), merged, local_->zone));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::store
