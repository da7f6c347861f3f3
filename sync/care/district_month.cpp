#include "sync/care/district_month.h"

#include <algorithm>

#include "sync/care/area_tree.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_month.h"
#include "sync/care/record_index.h"
#include "sync/care/service_minutes.h"

namespace doorstep::care {
namespace {

class Recomputation {
 public:
  Recomputation(const DistrictRecords& records, absl::CivilMonth month, absl::CivilDay today)
      : records_(records), index_(records), month_(month), today_(today), zone_(districtZone(records.rules.zone())) {}

  DistrictMonth result() {
    countElders();
    countMinutes();
    countRisks();
    result_.summed = AreaTree(records_.areas).summed(result_.own);
    return std::move(result_);
  }

  std::vector<v1::MinutesLine> workerMinutes() const {
    std::vector<v1::MinutesLine> in_month;
    for (const auto& [key, day] : daysOfWork()) {
      std::vector<v1::MinutesLine> lines =
          workerDay({
                        .worker_id = key.first,
                        .day = key.second,
                        .visits = day.visits,
                        .entries = day.entries,
                        .area_of_visit = [this](const v1::Visit& visit) { return areaOfVisit(visit); },
                        .area_of_entry = [this](const v1::ServiceEntry& entry) { return areaOfEntry(entry); },
                        .counting_visit = [this](const std::string& id) { return index_.visits().countingId(id); },
                    },
                    zone_);
      for (v1::MinutesLine& line : lines) {
        if (absl::CivilMonth(civilDay(line.on())) == month_) {
          in_month.push_back(std::move(line));
        }
      }
    }
    return in_month;
  }

 private:
  void countElders() {
    for (const v1::Elder* elder : records_.elders) {
      if (index_.survivor(elder->id()) == elder) {
        result_.elder_months.push_back(factOf(*elder));
      }
    }
    std::sort(result_.elder_months.begin(), result_.elder_months.end(),
              [](const auto& left, const auto& right) { return left.elder_id() < right.elder_id(); });
    for (const v1::ElderMonth& fact : result_.elder_months) {
      addElderMonth(result_.own, fact);
    }
  }

  v1::ElderMonth factOf(const v1::Elder& elder) const {
    return elderMonth({
        .elder = elder,
        .visits = index_.visitsWith(elder.id()),
        .merged_ids = index_.mergedInto(elder.id()),
        .earlier_visits = {},
        .area_of = [this](const std::string& household) { return index_.areaOfHousehold(household); },
        .assigned_on = [this, &elder](absl::CivilDay day) { return index_.isAssigned(householdOn(elder, day), day); },
        .rules = records_.rules,
        .month = month_,
        .today = today_,
        .relation_of = [this](const std::string& contact) { return index_.relationOf(contact); },
    });
  }

  // A worker's visits and entries of one day.
  struct Day {
    std::vector<const v1::Visit*> visits;
    std::vector<EntryWithStatus> entries;
  };
  using Days = std::map<std::pair<std::string, absl::CivilDay>, Day>;

  void countMinutes() {
    result_.worker_minutes = workerMinutes();
    std::map<std::string, std::vector<v1::MinutesLine>> of_subject;
    for (const v1::MinutesLine& line : result_.worker_minutes) {
      addWorkerMinutes(result_.own, line);
      of_subject[line.subject_id()].push_back(line);
    }
    for (const auto& [subject, lines] : of_subject) {
      addDeliveredMinutes(result_.own, result_.delivered.emplace_back(delivered(lines)));
    }
  }

  // Days that touch the month: a service after midnight belongs to the visit that began before it.
  Days daysOfWork() const {
    Days days;
    std::unordered_map<std::string, const v1::Visit*> counting;
    for (const v1::Visit* visit : index_.visits().counting()) {
      const absl::CivilDay on = dayOf(visit->started_at(), zone_);
      if (on >= firstDay(month_) - 1 && on <= lastDay(month_)) {
        counting[visit->id()] = visit;
        for (const std::string& worker :
             std::set<std::string>(visit->worker_ids().begin(), visit->worker_ids().end())) {
          days[{worker, on}].visits.push_back(visit);
        }
      }
    }
    for (const v1::ServiceEntry* entry : records_.service_entries) {
      const absl::CivilDay starts_on = dayOf(entry->started_at(), zone_);
      if (absl::CivilMonth(starts_on) != month_ && absl::CivilMonth(starts_on + 1) != month_ &&
          absl::CivilMonth(starts_on - 1) != month_) {
        continue;
      }
      const ServiceEntryStatus status = foldServiceEntry(*entry, index_.eventsOfEntry(entry->id()));
      const auto visit = counting.find(index_.visits().countingId(entry->visit_id()));
      std::set<std::string> workers;
      for (const v1::WorkerMinutes& worker : status.workers) {
        workers.insert(worker.worker_id());
      }
      for (const std::string& worker : workers) {
        const bool was_there = visit != counting.end() && contains(visit->second->worker_ids(), worker);
        const absl::CivilDay on = was_there ? dayOf(visit->second->started_at(), zone_) : starts_on;
        days[{worker, on}].entries.push_back({entry, status});
      }
    }
    return days;
  }

  template <typename Ids>
  static bool contains(const Ids& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  std::string areaOfVisit(const v1::Visit& visit) const {
    const std::string elder = visit.contacts().empty() ? std::string() : visit.contacts(0).elder_id();
    return index_.areaOf(elder, visit.household_id(), dayOf(visit.started_at(), zone_));
  }

  std::string areaOfEntry(const v1::ServiceEntry& entry) const {
    if (entry.elder_id().empty() && !entry.organisation_id().empty()) {
      return index_.areaOfOrganisation(entry.organisation_id());
    }
    return index_.areaOf(entry.elder_id(), entry.household_id(), dayOf(entry.started_at(), zone_));
  }

  void countRisks() {
    const WorkingDays working_days(records_.rules);
    for (const v1::RiskFlag* flag : records_.risk_flags) {
      const absl::CivilDay on = dayOf(flag->opened_at(), zone_);
      if (absl::CivilMonth(on) == month_) {
        const RiskStatus status = foldRisk(*flag, index_.eventsOfFlag(flag->id()));
        addRisk(result_.own, index_.areaOf(flag->elder_id(), flag->household_id(), on), *flag, status, working_days);
      }
    }
  }

  const DistrictRecords& records_;
  RecordIndex index_;
  absl::CivilMonth month_;
  absl::CivilDay today_;
  absl::TimeZone zone_;
  DistrictMonth result_;
};

}  // namespace

DistrictMonth districtMonth(const DistrictRecords& records, absl::CivilMonth month, absl::CivilDay today) {
  return Recomputation(records, month, today).result();
}

std::vector<v1::MinutesLine> workerMinutes(const DistrictRecords& records, absl::CivilMonth month) {
  return Recomputation(records, month, lastDay(month)).workerMinutes();
}

}  // namespace doorstep::care
