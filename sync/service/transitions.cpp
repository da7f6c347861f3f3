#include "sync/care/ladder.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/service_entry_state.h"
#include "sync/outside/attempt.h"
#include "sync/service/references.h"

namespace doorstep::service {
namespace {

absl::StatusOr<std::vector<v1::Problem>> checkRisk(const DistrictWork& work, const v1::RiskEvent& event,
                                                   v1::RecordKind flag_kind) {
  DOORSTEP_ASSIGN(const auto header, work.find(event.flag_id(), flag_kind));
  if (!header.has_value()) {
    return std::vector<v1::Problem>();  // reported as a reference
  }
  const v1::RiskFlag& flag = header->has_risk_flag() ? header->risk_flag() : header->restricted_risk_flag();
  DOORSTEP_ASSIGN(const auto records, eventsOf(work.ledger, event.flag_id()));
  std::vector<const v1::RiskEvent*> events;
  for (const v1::Record& record : records) {
    events.push_back(record.has_risk_event() ? &record.risk_event() : &record.restricted_risk_event());
  }
  return care::checkEvent(flag, care::foldRisk(flag, events), event);
}

absl::StatusOr<std::vector<v1::Problem>> checkEntry(const DistrictWork& work, const v1::ServiceEntryEvent& event) {
  DOORSTEP_ASSIGN(const auto header, work.find(event.entry_id(), v1::RECORD_KIND_SERVICE_ENTRY));
  if (!header.has_value()) {
    return std::vector<v1::Problem>();
  }
  DOORSTEP_ASSIGN(const auto records, eventsOf(work.ledger, event.entry_id()));
  std::vector<const v1::ServiceEntryEvent*> events;
  for (const v1::Record& record : records) {
    events.push_back(&record.service_entry_event());
  }
  const v1::ServiceEntry& entry = header->service_entry();
  return care::checkEvent(entry, care::foldServiceEntry(entry, events), event);
}

absl::StatusOr<std::vector<v1::Problem>> checkLadder(const DistrictWork& work, const v1::LadderEvent& event) {
  DOORSTEP_ASSIGN(const auto header, work.find(event.ladder_id(), v1::RECORD_KIND_LADDER));
  if (!header.has_value()) {
    return std::vector<v1::Problem>();
  }
  DOORSTEP_ASSIGN(const auto records, eventsOf(work.ledger, event.ladder_id()));
  std::vector<const v1::LadderEvent*> events;
  for (const v1::Record& record : records) {
    events.push_back(&record.ladder_event());
  }
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const v1::DistrictRules defaults;
  return care::checkEvent(care::foldLadder(header->ladder(), events, rules == nullptr ? defaults : *rules), event);
}

}  // namespace

absl::StatusOr<std::vector<v1::Record>> eventsOf(DistrictReader& ledger, const std::string& header_id) {
  DOORSTEP_ASSIGN(const auto stored, ledger.find({Index::kEventOfHeader, header_id}));
  std::vector<v1::Record> events;
  for (const StoredRecord& event : stored) {
    DOORSTEP_ASSIGN(events.emplace_back(), decoded(event));
  }
  return events;
}

absl::StatusOr<std::vector<v1::Problem>> checkTransition(const DistrictWork& work, const v1::Record& event) {
  switch (event.body_case()) {
    case v1::Record::kRiskEvent:
      return checkRisk(work, event.risk_event(), v1::RECORD_KIND_RISK_FLAG);
    case v1::Record::kRestrictedRiskEvent:
      return checkRisk(work, event.restricted_risk_event(), v1::RECORD_KIND_RESTRICTED_RISK_FLAG);
    case v1::Record::kServiceEntryEvent:
      return checkEntry(work, event.service_entry_event());
    case v1::Record::kLadderEvent:
      return checkLadder(work, event.ladder_event());
    default:
      return std::vector<v1::Problem>();
  }
}

}  // namespace doorstep::service
