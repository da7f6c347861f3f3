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

// One row of elder_contact: its key, and what is kept of it.
struct RowKey {
  std::string elder;
  std::int64_t started_ms;
  std::string visit;
  int position;
  auto operator<=>(const RowKey&) const = default;
};
struct RowContent {
  std::int64_t day;
  int mode;
  int outcome;
  bool qualifies;
  bool operator==(const RowContent&) const = default;
};
using ContactRows = std::map<RowKey, RowContent>;

void addContacts(ContactRows& rows, const v1::Elder& elder, std::span<const std::string> merged, const v1::Visit* visit,
                 const LocalRules& local, const care::RelationOfContact& relation_of) {
  const absl::CivilDay on = care::dayOf(visit->started_at(), local.zone);
  int position = 0;
  for (const care::ElderContact& contact :
       care::contactsOf(elder, merged, {&visit, 1}, care::rulesOn(local.rules, on), local.zone, relation_of)) {
    rows[{elder.id(), absl::ToUnixMillis(contact.starts_at), visit->id(), position++}] = {
        dayNumber(contact.on), static_cast<int>(contact.contact->mode()), static_cast<int>(contact.contact->outcome()),
        contact.qualifies};
  }
}

absl::Status insert(sqlite::Database& database, const std::string& household, const RowKey& key,
                    const RowContent& content) {
  return database.execute(
      "INSERT OR REPLACE INTO elder_contact(elder, started_ms, visit, position, household, day, mode, outcome,"
      " qualifies) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      blob(key.elder), key.started_ms, blob(key.visit), key.position, blob(household), content.day, content.mode,
      content.outcome, content.qualifies);
}

absl::StatusOr<ContactRows> keptRows(sqlite::Database& database, const std::string& household) {
  ContactRows kept;
  DOORSTEP_TRY(forEachRow(
      database,
      "SELECT elder, started_ms, visit, position, day, mode, outcome, qualifies FROM elder_contact"
      " WHERE household = ?1",
      [&](const sqlite::Statement& row) {
        kept[{bytesOf(row, 0), row.integer(1), bytesOf(row, 2), static_cast<int>(row.integer(3))}] = {
            row.integer(4), static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6)), row.integer(7) != 0};
      },
      blob(household)));
  return kept;
}

// Makes the table hold `wanted` of a household: only what differs is written.
absl::Status replaceRows(sqlite::Database& database, const std::string& household, const ContactRows& kept,
                         const ContactRows& wanted) {
  for (const auto& [key, content] : kept) {
    if (!wanted.contains(key)) {
      DOORSTEP_TRY(
          database.execute("DELETE FROM elder_contact WHERE elder = ?1 AND started_ms = ?2 AND visit = ?3 AND"
                           " position = ?4",
                           blob(key.elder), key.started_ms, blob(key.visit), key.position));
    }
  }
  for (const auto& [key, content] : wanted) {
    const auto before = kept.find(key);
    if (before == kept.end() || before->second != content) {
      DOORSTEP_TRY(insert(database, household, key, content));
    }
  }
  return absl::OkStatus();
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

absl::Status ContactJudge::prepare() {
  if (!local_) {
    DOORSTEP_ASSIGN(local_, localRules(database_));
  }
  return absl::OkStatus();
}

absl::StatusOr<const v1::Elder*> ContactJudge::elder(const std::string& id) {
  auto known = elders_.find(id);
  if (known == elders_.end()) {
    DOORSTEP_ASSIGN(std::optional<v1::Record> record, RecordTable(database_).get(v1::RECORD_KIND_ELDER, id));
    known = elders_.emplace(id, std::move(record)).first;
  }
  return known->second ? &known->second->elder() : nullptr;
}

// Who vouches is asked for seldom: the people on file are read when somebody is.
care::RelationOfContact ContactJudge::relationsOf(const std::string& household) {
  return [this, household, read = std::optional<std::vector<v1::Record>>()](
             const std::string& id) mutable -> std::optional<v1::ContactRelation> {
    if (!read) {
      auto contacts = RecordTable(database_).ofHousehold(household, v1::RECORD_KIND_CONTACT);
      relations_.Update(contacts.status());
      read = contacts.ok() ? *std::move(contacts) : std::vector<v1::Record>();
    }
    for (const v1::Record& record : *read) {
      if (record.contact().id() == id) {
        return record.contact().relation();
      }
    }
    return std::nullopt;
  };
}

absl::Status ContactJudge::judge(const std::string& household, std::set<std::string>& elders) {
  DOORSTEP_TRY(prepare());
  DOORSTEP_ASSIGN(const ContactRows kept, keptRows(database_, household));
  for (const auto& [key, content] : kept) {
    elders.insert(key.elder);
  }
  DOORSTEP_TRY(database_.execute("DELETE FROM proposal WHERE household = ?1", blob(household)));

  DOORSTEP_ASSIGN(const std::vector<v1::Visit> all, RecordTable(database_).visitsOfHousehold(household));
  std::vector<const v1::Visit*> visits;
  for (const v1::Visit& visit : all) {
    visits.push_back(&visit);
  }
  DOORSTEP_TRY(keepPromises(database_, household, visits, local_->zone));
  const care::VisitCorrections corrections(visits);
  DOORSTEP_ASSIGN(const auto survivors, eldersOf(database_, corrections.counting()));
  const care::RelationOfContact relation_of = relationsOf(household);
  ContactRows wanted;
  for (const auto& [survivor, merged] : survivors) {
    DOORSTEP_ASSIGN(const v1::Elder* known, elder(survivor));
    if (known == nullptr) {
      continue;
    }
    elders.insert(survivor);
    for (const v1::Visit* visit : corrections.counting()) {
      addContacts(wanted, *known, merged, visit, *local_, relation_of);
      DOORSTEP_TRY(keepProposal(database_, *visit, *known, merged, local_->zone));
    }
  }
  DOORSTEP_TRY(relations_);
  return replaceRows(database_, household, kept, wanted);
}

absl::Status ContactJudge::add(const v1::Visit& visit, std::set<std::string>& elders) {
  DOORSTEP_TRY(prepare());
  DOORSTEP_ASSIGN(const auto survivors, eldersOf(database_, {&visit}));
  const care::RelationOfContact relation_of = relationsOf(visit.household_id());
  ContactRows wanted;
  for (const auto& [survivor, merged] : survivors) {
    DOORSTEP_ASSIGN(const v1::Elder* known, elder(survivor));
    if (known == nullptr) {
      continue;
    }
    elders.insert(survivor);
    addContacts(wanted, *known, merged, &visit, *local_, relation_of);
    DOORSTEP_TRY(keepProposal(database_, visit, *known, merged, local_->zone));
  }
  DOORSTEP_TRY(relations_);
  return replaceRows(database_, visit.household_id(), {}, wanted);
}

}  // namespace doorstep::store
