#include "sync/service/keys.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"
#include "sync/service/duplicates/person_key.h"

namespace doorstep::service {
namespace {

class Keys {
 public:
  explicit Keys(absl::TimeZone zone) : zone_(zone) {}

  void of(const v1::Elder& elder) {
    add(Index::kElder, "");
    for (const v1::ResidenceSpan& span : elder.residences()) {
      add(Index::kElderOfHousehold, span.household_id());
    }
    addNamed(Index::kMergedInto, elder.merged_into());
    addNamed(Index::kElderOfPerson, personKey(elder));
  }
  void of(const v1::Conflict& conflict) {
    if (!conflict.has_settled_at()) {
      add(Index::kConflict, "");
    }
    addNamed(Index::kConflictOfChange, conflict.chosen_change_id());
    addNamed(Index::kConflictOfChange, conflict.other_change_id());
    addNamed(Index::kConflictOfRecord, conflict.record_id());
  }
  void of(const v1::LikelyDuplicate& pair) {
    add(Index::kDuplicate, pair.has_settled_at() ? kSettledKey : "");
    addNamed(Index::kDuplicateOfElder, pair.elder_id());
    addNamed(Index::kDuplicateOfElder, pair.other_elder_id());
  }
  void of(const v1::Visit& visit) {
    const std::int64_t day = dayNumber(care::dayOf(visit.started_at(), zone_));
    for (const v1::VisitContact& contact : visit.contacts()) {
      add(Index::kVisitOfElder, contact.elder_id(), day);
    }
    for (const std::string& worker : visit.worker_ids()) {
      add(Index::kVisitOfWorker, worker, day);
    }
  }
  void of(const v1::ServiceEntry& entry) {
    const std::int64_t day = dayNumber(care::dayOf(entry.started_at(), zone_));
    for (const v1::WorkerMinutes& worker : entry.workers()) {
      add(Index::kEntryOfWorker, worker.worker_id(), day);
    }
    addNamed(Index::kEntryOfElder, entry.elder_id());
    addNamed(Index::kEntryOfVisit, entry.visit_id());
  }
  void of(const v1::RiskFlag& flag) {
    add(Index::kRisk, "");
    addNamed(Index::kRiskOfElder, flag.elder_id().empty() ? flag.household_id() : flag.elder_id());
  }
  void addNamed(Index index, const std::string& key) {
    if (!key.empty()) {
      add(index, key);
    }
  }
  void add(Index index, const std::string& key, std::int64_t day = 0) { keys_.insert({index, key, day}); }
  std::vector<IndexKey> all() const { return {keys_.begin(), keys_.end()}; }

 private:
  absl::TimeZone zone_;
  std::set<IndexKey> keys_;
};

}  // namespace

std::int64_t dayNumber(absl::CivilDay day) {
  return day - absl::CivilDay(1970, 1, 1);
}

absl::CivilDay dayOfNumber(std::int64_t number) {
  return absl::CivilDay(1970, 1, 1) + number;
}

std::int64_t monthNumber(absl::CivilMonth month) {
  return month.year() * 12 + month.month() - 1;
}

absl::CivilMonth monthOfNumber(std::int64_t number) {
  return absl::CivilMonth(number / 12, number % 12 + 1);
}

std::string monthKey(std::int64_t month) {
  return absl::StrFormat("%04d-%02d", month / 12, month % 12 + 1);
}

std::string missedGroup(std::int64_t month, const std::string& area_id) {
  return monthKey(month) + area_id;
}

std::string workerDayGroup(const std::string& worker_id, std::int64_t day) {
  return worker_id + absl::FormatCivilTime(dayOfNumber(day));
}

std::string naturalKey(v1::RecordKind kind, std::string_view text) {
  if (text.empty()) {
    return {};
  }
  std::string key(1, static_cast<char>(kind));
  key.append(text);
  return key;
}

std::string naturalKeyOf(const v1::Record& record) {
  switch (record.body_case()) {
    case v1::Record::kArea:
      return naturalKey(v1::RECORD_KIND_AREA, record.area().code());
    case v1::Record::kOrganisation:
      return naturalKey(v1::RECORD_KIND_ORGANISATION, record.organisation().code());
    case v1::Record::kProgramme:
      return naturalKey(v1::RECORD_KIND_PROGRAMME, record.programme().code());
    case v1::Record::kWorker:
      return naturalKey(v1::RECORD_KIND_WORKER, record.worker().staff_number());
    case v1::Record::kHousehold:
      return naturalKey(v1::RECORD_KIND_HOUSEHOLD, record.household().household_number());
    case v1::Record::kElder:
      return naturalKey(v1::RECORD_KIND_ELDER, record.elder().file_number());
    case v1::Record::kElderIdentity:
      return naturalKey(v1::RECORD_KIND_ELDER_IDENTITY, record.elder_identity().id_number());
    case v1::Record::kChecklistTemplate:
      return naturalKey(v1::RECORD_KIND_CHECKLIST_TEMPLATE, record.checklist_template().code());
    case v1::Record::kFacility:
      return naturalKey(v1::RECORD_KIND_FACILITY, record.facility().code());
    case v1::Record::kDutyRoster: {
      const v1::DutyRoster& duty = record.duty_roster();
      return naturalKey(v1::RECORD_KIND_DUTY_ROSTER,
                        absl::StrCat(duty.area_id(), " ", static_cast<int>(duty.kind()), " ", duty.name()));
    }
    case v1::Record::kTarget: {
      const v1::Target& target = record.target();
      const std::int64_t from = dayNumber(care::civilDay(target.from_on()));
      return naturalKey(v1::RECORD_KIND_TARGET,
                        absl::StrCat(target.area_id(), " ", static_cast<int>(target.indicator()), " ", from));
    }
    default:
      return {};
  }
}

std::vector<IndexKey> keysOf(const v1::Record& record, absl::TimeZone zone) {
  Keys keys(zone);
  keys.addNamed(Index::kNaturalKey, naturalKeyOf(record));
  switch (record.body_case()) {
    case v1::Record::kHousehold:
      keys.addNamed(Index::kHouseholdOfArea, record.household().area_id());
      break;
    case v1::Record::kElder:
      keys.of(record.elder());
      break;
    case v1::Record::kElderIdentity:
      keys.addNamed(Index::kIdentityOfElder, record.elder_identity().elder_id());
      break;
    case v1::Record::kContact:
      keys.addNamed(Index::kContactOfElder, record.contact().elder_id());
      break;
    case v1::Record::kAssignment:
      keys.addNamed(Index::kAssignmentOfWorker, record.assignment().worker_id());
      keys.addNamed(Index::kAssignmentOfHousehold, record.assignment().household_id());
      break;
    case v1::Record::kConflict:
      keys.of(record.conflict());
      break;
    case v1::Record::kLikelyDuplicate:
      keys.of(record.likely_duplicate());
      break;
    case v1::Record::kVisit:
      keys.of(record.visit());
      break;
    case v1::Record::kServiceEntry:
      keys.of(record.service_entry());
      break;
    case v1::Record::kServiceEntryEvent:
      keys.addNamed(Index::kEventOfHeader, record.service_entry_event().entry_id());
      break;
    case v1::Record::kRiskFlag:
      keys.of(record.risk_flag());
      break;
    case v1::Record::kRestrictedRiskFlag:
      keys.of(record.restricted_risk_flag());
      break;
    case v1::Record::kRiskEvent:
      keys.addNamed(Index::kEventOfHeader, record.risk_event().flag_id());
      break;
    case v1::Record::kRestrictedRiskEvent:
      keys.addNamed(Index::kEventOfHeader, record.restricted_risk_event().flag_id());
      break;
    case v1::Record::kLadder:
      keys.add(Index::kLadder, "");
      break;
    case v1::Record::kLadderEvent:
      keys.addNamed(Index::kEventOfHeader, record.ladder_event().ladder_id());
      break;
    case v1::Record::kAttachment:
      keys.addNamed(Index::kAttachmentOfContent, record.attachment().content_hash());
      keys.addNamed(Index::kAttachmentOfHousehold, record.attachment().household_id());
      break;
    case v1::Record::kFacility:
      keys.add(Index::kFacility, "");
      break;
    case v1::Record::kTarget:
      keys.add(Index::kTarget, "");
      break;
    default:
      break;
  }
  return keys.all();
}

}  // namespace doorstep::service
