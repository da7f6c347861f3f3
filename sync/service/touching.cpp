#include "sync/service/touching.h"

#include <algorithm>
#include <initializer_list>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"
#include "sync/service/corrections.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"

namespace doorstep::service {
namespace {

class Touch {
 public:
  explicit Touch(DistrictWork& work) : work_(work), zone_(work.zone()) {}

  absl::Status of(const v1::Record* before, const v1::Record& record) {
    switch (record.body_case()) {
      case v1::Record::kArea:
        if (before != nullptr && changed(*before, record, {"parent_id"})) {
          work_.touched.everything = true;
        }
        return absl::OkStatus();
      case v1::Record::kDistrictRules:
        work_.touched.everything = true;
        return absl::OkStatus();
      case v1::Record::kOrganisation:
        if (before != nullptr && changed(*before, record, {"area_id"})) {
          work_.touched.everything = true;
        }
        return absl::OkStatus();
      case v1::Record::kHousehold:
        return before != nullptr && changed(*before, record, {"area_id"}) ? residents(record.household().id(), true)
                                                                          : absl::OkStatus();
      case v1::Record::kElder:
        return of(before, record, record.elder());
      case v1::Record::kContact:
        if (before != nullptr && changed(*before, record, {"relation", "elder_id"})) {
          work_.touched.elder(record.contact().elder_id());
        }
        return absl::OkStatus();
      case v1::Record::kAssignment:
        if (before != nullptr) {
          DOORSTEP_TRY(residents(before->assignment().household_id(), false));
        }
        return residents(record.assignment().household_id(), false);
      case v1::Record::kVisit:
        return of(record.visit());
      case v1::Record::kServiceEntry:
        return of(record.service_entry());
      case v1::Record::kServiceEntryEvent:
        return entry(record.service_entry_event().entry_id());
      case v1::Record::kRiskFlag:
        work_.touched.risk(record.risk_flag().id());
        return absl::OkStatus();
      case v1::Record::kRestrictedRiskFlag:
        work_.touched.risk(record.restricted_risk_flag().id());
        return absl::OkStatus();
      case v1::Record::kRiskEvent:
        work_.touched.risk(record.risk_event().flag_id());
        return absl::OkStatus();
      case v1::Record::kRestrictedRiskEvent:
        work_.touched.risk(record.restricted_risk_event().flag_id());
        return absl::OkStatus();
      default:
        return absl::OkStatus();
    }
  }

 private:
  static bool changed(const v1::Record& before, const v1::Record& record, std::initializer_list<const char*> fields) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const char* field) { return !replication::sameValue(before, record, field); });
  }

  absl::Status of(const v1::Record* before, const v1::Record& record, const v1::Elder& elder) {
    if (before == nullptr) {
      work_.touched.elder(elder.id());
      return absl::OkStatus();
    }
    const bool moved = changed(*before, record, {"residences", "merged_into"});
    if (moved || changed(*before, record, {"kinds", "tiers", "statuses", "care_from_on"})) {
      work_.touched.elder(elder.id());
      for (const std::string& other : {before->elder().merged_into(), elder.merged_into()}) {
        if (!other.empty()) {
          work_.touched.elder(other);
        }
      }
    }
    return moved ? doings(elder.id()) : absl::OkStatus();
  }

  absl::Status of(const v1::Visit& visit) {
    const absl::CivilDay day = care::dayOf(visit.started_at(), zone_);
    for (const v1::VisitContact& contact : visit.contacts()) {
      work_.touched.elder(contact.elder_id(), monthNumber(absl::CivilMonth(day)));
    }
    for (const std::string& worker : visit.worker_ids()) {
      work_.touched.workerDay(worker, dayNumber(day));
    }
    if (visit.corrects_id().empty()) {
      return absl::OkStatus();
    }
    // Services named with a visit that is corrected belong to the correction now.
    DOORSTEP_ASSIGN(const auto group, correctionGroup(work_.ledger, visit.id()));
    for (const StoredRecord& stored : group) {
      DOORSTEP_ASSIGN(const auto entries, work_.ledger.findIds({Index::kEntryOfVisit, stored.id}));
      for (const std::string& id : entries) {
        DOORSTEP_TRY(entry(id));
      }
    }
    return absl::OkStatus();
  }

  absl::Status of(const v1::ServiceEntry& record) {
    const std::int64_t day = dayNumber(care::dayOf(record.started_at(), zone_));
    for (const v1::WorkerMinutes& worker : record.workers()) {
      work_.touched.workerDay(worker.worker_id(), day);
    }
    DOORSTEP_ASSIGN(const std::string visit_id, countingVisit(work_.ledger, record.visit_id()));
    if (visit_id.empty()) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto visit, work_.find(visit_id, v1::RECORD_KIND_VISIT));
    if (visit.has_value()) {
      const std::int64_t visit_day = dayNumber(care::dayOf(visit->visit().started_at(), zone_));
      for (const std::string& worker : visit->visit().worker_ids()) {
        work_.touched.workerDay(worker, visit_day);
      }
    }
    return absl::OkStatus();
  }

  // With the workers its events named.
  absl::Status entry(const std::string& id) {
    DOORSTEP_ASSIGN(const auto found, work_.find(id, v1::RECORD_KIND_SERVICE_ENTRY));
    if (!found.has_value()) {
      return absl::OkStatus();
    }
    DOORSTEP_TRY(of(found->service_entry()));
    const std::int64_t day = dayNumber(care::dayOf(found->service_entry().started_at(), zone_));
    DOORSTEP_ASSIGN(const auto events, work_.ledger.find({Index::kEventOfHeader, id}));
    for (const StoredRecord& stored : events) {
      DOORSTEP_ASSIGN(const v1::Record event, decoded(stored));
      for (const v1::WorkerMinutes& worker : event.service_entry_event().corrected_workers()) {
        work_.touched.workerDay(worker.worker_id(), day);
      }
    }
    return absl::OkStatus();
  }

  absl::Status residents(const std::string& household_id, bool with_doings) {
    DOORSTEP_ASSIGN(const auto elders, work_.ledger.findIds({Index::kElderOfHousehold, household_id}));
    for (const std::string& elder : elders) {
      work_.touched.elder(elder);
      if (with_doings) {
        DOORSTEP_TRY(doings(elder));
      }
    }
    return with_doings ? risks(household_id) : absl::OkStatus();
  }

  // Whatever was done for an elder, or for one merged into them, counts in the elder's area of that day.
  absl::Status doings(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto ids, withMerged(work_.ledger, elder_id));
    for (const std::string& id : ids) {
      DOORSTEP_TRY(doingsOfOne(id));
    }
    return absl::OkStatus();
  }

  absl::Status doingsOfOne(const std::string& elder_id) {
    DOORSTEP_ASSIGN(const auto visits, work_.ledger.find({Index::kVisitOfElder, elder_id}));
    for (const StoredRecord& stored : visits) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
      DOORSTEP_TRY(of(record.visit()));
    }
    DOORSTEP_ASSIGN(const auto entries, work_.ledger.findIds({Index::kEntryOfElder, elder_id}));
    for (const std::string& id : entries) {
      DOORSTEP_TRY(entry(id));
    }
    return risks(elder_id);
  }

  absl::Status risks(const std::string& of_id) {
    DOORSTEP_ASSIGN(const auto flags, work_.ledger.findIds({Index::kRiskOfElder, of_id}));
    for (const std::string& id : flags) {
      work_.touched.risk(id);
    }
    return absl::OkStatus();
  }

  DistrictWork& work_;
  absl::TimeZone zone_;
};

}  // namespace

absl::Status touch(DistrictWork& work, const v1::Record* before, const v1::Record& record) {
  return Touch(work).of(before, record);
}

}  // namespace doorstep::service
