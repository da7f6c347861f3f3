#include "sync/service/coverage/district_records.h"

#include <memory>
#include <string>

#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"

namespace doorstep::service {
namespace {

// Clearing alone would keep their room.
void leaveOutTexts(v1::Record& record) {
  if (!record.has_visit()) {
    return;
  }
  v1::Visit& visit = *record.mutable_visit();
  google::protobuf::RepeatedPtrField<v1::Answer>().Swap(visit.mutable_answers());
  const std::unique_ptr<std::string> note(visit.release_note());
}

}  // namespace

absl::StatusOr<DistrictRecordSet> DistrictRecordSet::load(DistrictReader& ledger) {
  return load(ledger, [](const v1::Record& /*record*/) { return true; });
}

absl::StatusOr<DistrictRecordSet> DistrictRecordSet::load(DistrictReader& ledger, const Belongs& belongs) {
  DistrictRecordSet set;
  DOORSTEP_TRY(ledger.forEachRecord([&set, &belongs](const StoredRecord& stored) {
    DOORSTEP_ASSIGN(v1::Record record, decoded(stored));
    DOORSTEP_ASSIGN(const bool wanted, belongs(record));
    if (wanted) {
      ++set.count_;
      set.add(std::move(record));
    }
    return absl::OkStatus();
  }));
  return set;
}

void DistrictRecordSet::add(v1::Record own) {
  leaveOutTexts(own);
  const v1::Record& record = held_.emplace_back(std::move(own));
  switch (record.body_case()) {
    case v1::Record::kArea:
      return records_.areas.push_back(&record.area());
    case v1::Record::kOrganisation:
      return records_.organisations.push_back(&record.organisation());
    case v1::Record::kHousehold:
      return records_.households.push_back(&record.household());
    case v1::Record::kElder:
      return records_.elders.push_back(&record.elder());
    case v1::Record::kContact:
      return records_.contacts.push_back(&record.contact());
    case v1::Record::kAssignment:
      return records_.assignments.push_back(&record.assignment());
    case v1::Record::kVisit:
      return records_.visits.push_back(&record.visit());
    case v1::Record::kServiceEntry:
      return records_.service_entries.push_back(&record.service_entry());
    case v1::Record::kServiceEntryEvent:
      return records_.service_entry_events.push_back(&record.service_entry_event());
    case v1::Record::kRiskFlag:
      return records_.risk_flags.push_back(&record.risk_flag());
    case v1::Record::kRestrictedRiskFlag:
      return records_.risk_flags.push_back(&record.restricted_risk_flag());
    case v1::Record::kRiskEvent:
      return records_.risk_events.push_back(&record.risk_event());
    case v1::Record::kRestrictedRiskEvent:
      return records_.risk_events.push_back(&record.restricted_risk_event());
    case v1::Record::kDistrictRules:
      records_.rules = record.district_rules();
      break;
    default:
      break;
  }
  held_.pop_back();  // no figure is made of it
}

}  // namespace doorstep::service
