#include "sync/service/figures/worker_day.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "sync/care/calendar.h"
#include "sync/care/service_minutes.h"
#include "sync/outside/attempt.h"
#include "sync/replication/brief_visit.h"
#include "sync/service/corrections.h"
#include "sync/service/district_work.h"
#include "sync/service/keys.h"
#include "sync/service/references.h"

namespace doorstep::service {
namespace {

class WorkerDay {
 public:
  WorkerDay(DistrictReader& ledger, FactSources& sources, absl::TimeZone zone, const std::string& worker_id,
            absl::CivilDay day)
      : ledger_(ledger), sources_(sources), zone_(zone), worker_id_(worker_id), day_(day) {}

  absl::StatusOr<std::vector<v1::MinutesLine>> lines() {
    DOORSTEP_TRY(loadVisits());
    DOORSTEP_TRY(loadEntries());
    std::vector<const v1::Visit*> visits;
    for (const v1::Visit& visit : visits_) {
      visits.push_back(&visit);
    }
    std::vector<care::EntryWithStatus> entries;
    for (const Entry& entry : entries_) {
      entries.push_back({&entry.record.service_entry(), entry.status});
    }
    return care::workerDay({
                               .worker_id = worker_id_,
                               .day = day_,
                               .visits = visits,
                               .entries = entries,
                               .area_of_visit = [this](const v1::Visit& visit) { return areaOf(visit); },
                               .area_of_entry = [this](const v1::ServiceEntry& entry) { return areaOf(entry); },
                               .counting_visit = [this](const std::string& id) { return counting_.at(id); },
                           },
                           zone_);
  }

 private:
  struct Entry {
    v1::Record record;
    care::ServiceEntryStatus status;
  };

  absl::Status loadVisits() {
    const std::int64_t day = dayNumber(day_);
    return ledger_.forEachFound({Index::kVisitOfWorker, worker_id_, day, day},
                                [this](std::string_view, std::string_view encoded) -> absl::Status {
                                  DOORSTEP_ASSIGN(visits_.emplace_back(), replication::visitForFigures(encoded));
                                  return absl::OkStatus();
                                });
  }

  absl::Status loadEntries() {
    const std::int64_t day = dayNumber(day_);
    DOORSTEP_ASSIGN(const auto of_day, ledger_.findIds({Index::kEntryOfWorker, worker_id_, day, day}));
    std::set<std::string> ids(of_day.begin(), of_day.end());
    for (const v1::Visit& visit : visits_) {
      DOORSTEP_ASSIGN(const auto names, namesOf(visit));
      for (const std::string& name : names) {
        DOORSTEP_ASSIGN(const auto of_visit, ledger_.findIds({Index::kEntryOfVisit, name}));
        ids.insert(of_visit.begin(), of_visit.end());
      }
    }
    for (const std::string& id : ids) {
      DOORSTEP_TRY(takeIfOfThisDay(id));
    }
    return absl::OkStatus();
  }

  // By which ids services may name a visit that counts: its own and those it corrects.
  absl::StatusOr<std::vector<std::string>> namesOf(const v1::Visit& visit) {
    std::vector<std::string> names = {visit.id()};
    if (!visit.corrects_id().empty()) {
      names.clear();
      DOORSTEP_ASSIGN(const auto group, correctionGroup(ledger_, visit.id()));
      for (const StoredRecord& stored : group) {
        names.push_back(stored.id);
      }
    }
    return names;
  }

  absl::Status takeIfOfThisDay(const std::string& id) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(id));
    if (!stored.has_value()) {
      return absl::OkStatus();
    }
    Entry entry;
    DOORSTEP_ASSIGN(entry.record, decoded(*stored));
    const v1::ServiceEntry& header = entry.record.service_entry();
    DOORSTEP_ASSIGN(const auto records, eventsOf(ledger_, id));
    std::vector<const v1::ServiceEntryEvent*> events;
    for (const v1::Record& event : records) {
      events.push_back(&event.service_entry_event());
    }
    entry.status = care::foldServiceEntry(header, events);
    const auto& workers = entry.status.workers;
    const bool takes_part = std::any_of(workers.begin(), workers.end(), [this](const v1::WorkerMinutes& worker) {
      return worker.worker_id() == worker_id_;
    });
    DOORSTEP_ASSIGN(const absl::CivilDay on, dayOf(header));
    if (takes_part && on == day_) {
      entries_.push_back(std::move(entry));
    }
    return absl::OkStatus();
  }

  // A service after midnight belongs to the visit that began before it, where the worker was there.
  absl::StatusOr<absl::CivilDay> dayOf(const v1::ServiceEntry& entry) {
    DOORSTEP_ASSIGN(const std::string counting, countingVisit(ledger_, entry.visit_id()));
    counting_[entry.visit_id()] = counting;
    if (!counting.empty()) {
      DOORSTEP_ASSIGN(const auto stored, ledger_.record(counting));
      DOORSTEP_ASSIGN(const v1::Record visit, decoded(*stored));
      const auto& workers = visit.visit().worker_ids();
      if (std::find(workers.begin(), workers.end(), worker_id_) != workers.end()) {
        return care::dayOf(visit.visit().started_at(), zone_);
      }
    }
    return care::dayOf(entry.started_at(), zone_);
  }

  std::string areaOf(const v1::Visit& visit) {
    const std::string elder = visit.contacts().empty() ? std::string() : visit.contacts(0).elder_id();
    return sources_.areaOf(elder, visit.household_id(), care::dayOf(visit.started_at(), zone_));
  }
  std::string areaOf(const v1::ServiceEntry& entry) {
    if (entry.elder_id().empty() && !entry.organisation_id().empty()) {
      return sources_.areaOfOrganisation(entry.organisation_id());
    }
    return sources_.areaOf(entry.elder_id(), entry.household_id(), care::dayOf(entry.started_at(), zone_));
  }

  DistrictReader& ledger_;
  FactSources& sources_;
  absl::TimeZone zone_;
  const std::string& worker_id_;
  absl::CivilDay day_;
  std::deque<v1::Visit> visits_;
  std::vector<Entry> entries_;
  std::map<std::string, std::string> counting_;  // by the id an entry names
};

}  // namespace

absl::StatusOr<std::vector<v1::MinutesLine>> minutesOfDay(DistrictReader& ledger, FactSources& sources,
                                                          absl::TimeZone zone, const std::string& worker_id,
                                                          absl::CivilDay day) {
  return WorkerDay(ledger, sources, zone, worker_id, day).lines();
}

}  // namespace doorstep::service
