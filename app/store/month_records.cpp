#include "app/store/month_records.h"

#include <array>
#include <optional>
#include <utility>

#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr std::array kAtADoor = {
    v1::RECORD_KIND_HOUSEHOLD,          v1::RECORD_KIND_ELDER, v1::RECORD_KIND_CONTACT,
    v1::RECORD_KIND_ASSIGNMENT,         v1::RECORD_KIND_VISIT, v1::RECORD_KIND_SERVICE_ENTRY,
    v1::RECORD_KIND_SERVICE_ENTRY_EVENT};

}  // namespace

absl::Status MonthRecords::addHousehold(const std::string& household) {
  if (!households_.insert(household).second) {
    return absl::OkStatus();
  }
  for (const v1::RecordKind kind : kAtADoor) {
    DOORSTEP_ASSIGN(std::vector<v1::Record> found, records_.ofHousehold(household, kind));
    for (v1::Record& record : found) {
      keep(std::move(record));
    }
  }
  return absl::OkStatus();
}

absl::Status MonthRecords::addEntry(const std::string& entry_id) {
  if (entries_.contains(entry_id)) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(std::optional<v1::Record> entry, records_.get(v1::RECORD_KIND_SERVICE_ENTRY, entry_id));
  if (!entry) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(std::vector<v1::Record> events, records_.ofParent(entry_id, v1::RECORD_KIND_SERVICE_ENTRY_EVENT));
  keep(*std::move(entry));
  for (v1::Record& event : events) {
    keep(std::move(event));
  }
  return absl::OkStatus();
}

void MonthRecords::keep(v1::Record offered) {
  const v1::Record& record = kept_.emplace_back(std::move(offered));
  switch (record.body_case()) {
    case v1::Record::kHousehold:
      district.households.push_back(&record.household());
      break;
    case v1::Record::kElder:
      district.elders.push_back(&record.elder());
      break;
    case v1::Record::kContact:
      district.contacts.push_back(&record.contact());
      break;
    case v1::Record::kAssignment:
      district.assignments.push_back(&record.assignment());
      break;
    case v1::Record::kVisit:
      district.visits.push_back(&record.visit());
      break;
    case v1::Record::kServiceEntry:
      entries_.insert(record.service_entry().id());
      district.service_entries.push_back(&record.service_entry());
      break;
    default:
      district.service_entry_events.push_back(&record.service_entry_event());
      break;
  }
}

}  // namespace doorstep::store
