#include "app/store/own_hours.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/store/record_table.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

constexpr std::size_t kIdSize = 16;

std::string pseudonymOf(const std::string& id) {
  return replication::sha256("doorstep own hours " + id).substr(0, kIdSize);
}

bool isBy(const v1::Visit& visit, const std::string& worker) {
  return std::find(visit.worker_ids().begin(), visit.worker_ids().end(), worker) != visit.worker_ids().end();
}

bool isBy(const v1::ServiceEntry& entry, const std::string& worker) {
  return std::any_of(entry.workers().begin(), entry.workers().end(),
                     [&worker](const v1::WorkerMinutes& minutes) { return minutes.worker_id() == worker; });
}

v1::Record withoutIdentity(const v1::Visit& visit) {
  v1::Record record;
  v1::Visit& line = *record.mutable_visit();
  line.set_id(visit.id());
  for (const v1::VisitContact& contact : visit.contacts()) {
    v1::VisitContact& kept = *line.add_contacts();
    kept.set_elder_id(pseudonymOf(contact.elder_id()));
    kept.set_mode(contact.mode());
    kept.set_outcome(contact.outcome());
  }
  *line.mutable_worker_ids() = visit.worker_ids();  // two beside each other are not counted twice
  line.set_recorded_by(visit.recorded_by());
  line.set_programme_id(visit.programme_id());
  *line.mutable_started_at() = visit.started_at();
  *line.mutable_ended_at() = visit.ended_at();
  line.set_zone(visit.zone());
  line.set_precision(visit.precision());
  line.set_source(visit.source());
  *line.mutable_pauses() = visit.pauses();
  line.set_corrects_id(visit.corrects_id());
  line.set_voided(visit.voided());
  return record;
}

v1::Record withoutIdentity(const v1::ServiceEntry& entry) {
  v1::Record record;
  v1::ServiceEntry& line = *record.mutable_service_entry();
  line = entry;
  line.clear_household_id();
  line.clear_note();
  line.set_elder_id(entry.elder_id().empty() ? std::string() : pseudonymOf(entry.elder_id()));
  return record;
}

v1::Record withoutIdentity(const v1::ServiceEntryEvent& event) {
  v1::Record record;
  v1::ServiceEntryEvent& line = *record.mutable_service_entry_event();
  line = event;
  line.clear_household_id();
  line.clear_reason();
  return record;
}

absl::Status keep(sqlite::Database& database, const v1::Record& line) {
  return database.execute("INSERT OR REPLACE INTO worked_elsewhere(subject, month, record) VALUES (?1, ?2, ?3)",
                          blob(replication::idOf(line)), replication::digestMonth(line),
                          blob(replication::encode(line)));
}

}  // namespace

absl::Status keepOwnHours(sqlite::Database& database, const std::string& household) {
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database));
  RecordTable records(database);
  DOORSTEP_ASSIGN(const auto visits, records.ofHousehold(household, v1::RECORD_KIND_VISIT));
  for (const v1::Record& record : visits) {
    if (isBy(record.visit(), replica.worker.id())) {
      DOORSTEP_TRY(keep(database, withoutIdentity(record.visit())));
    }
  }
  std::set<std::string> entries;
  DOORSTEP_ASSIGN(const auto services, records.ofHousehold(household, v1::RECORD_KIND_SERVICE_ENTRY));
  for (const v1::Record& record : services) {
    if (isBy(record.service_entry(), replica.worker.id())) {
      entries.insert(record.service_entry().id());
      DOORSTEP_TRY(keep(database, withoutIdentity(record.service_entry())));
    }
  }
  DOORSTEP_ASSIGN(const auto events, records.ofHousehold(household, v1::RECORD_KIND_SERVICE_ENTRY_EVENT));
  for (const v1::Record& record : events) {
    if (entries.contains(record.service_entry_event().entry_id())) {
      DOORSTEP_TRY(keep(database, withoutIdentity(record.service_entry_event())));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<v1::Record>> ownHoursElsewhere(sqlite::Database& database, std::int64_t first,
                                                          std::int64_t last) {
  std::vector<v1::Record> lines;
  DOORSTEP_TRY(forEachRow(
      database,
      "SELECT record FROM worked_elsewhere w WHERE month BETWEEN ?1 AND ?2 AND NOT EXISTS"
      " (SELECT 1 FROM record r WHERE r.kind IN (10, 11, 12) AND r.id = w.subject) ORDER BY subject",
      [&lines](const sqlite::Statement& row) {
        if (absl::StatusOr<v1::Record> line = replication::decodeRecord(row.blob(0)); line.ok()) {
          lines.push_back(*std::move(line));
        }
      },
      first, last));
  return lines;
}

}  // namespace doorstep::store
