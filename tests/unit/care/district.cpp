#include "district.h"

#include <cstdio>

namespace doorstep::care::testing {
namespace {

template <typename Message>
std::vector<const Message*> addresses(const std::deque<Message>& messages) {
  std::vector<const Message*> pointers;
  for (const Message& message : messages) {
    pointers.push_back(&message);
  }
  return pointers;
}

}  // namespace

google::protobuf::Timestamp at(int month, int day, int hour, int minute) {
  return toTimestamp(absl::FromCivil(absl::CivilMinute(2026, month, day, hour, minute), districtZone()));
}

v1::Date on(int month, int day, int year) {
  return toDate(absl::CivilDay(year, month, day));
}

District::District() {
  for (const int number : {0, 1, 2}) {
    v1::Area& area = areas_.emplace_back();
    area.set_id(nextId());
    if (number > 0) {
      area.set_parent_id(areas_[0].id());
    }
  }
  worker_ = nextId();
  another_worker_ = nextId();
}

std::string District::nextId() {
  char text[17];
  std::snprintf(text, sizeof text, "%016u", ++last_id_);
  return text;
}

std::string District::household(const std::string& area_id, bool assigned) {
  v1::Household& household = households_.emplace_back();
  household.set_id(nextId());
  household.set_area_id(area_id);
  if (assigned) {
    v1::Assignment& assignment = assignments_.emplace_back();
    assignment.set_id(nextId());
    assignment.set_worker_id(worker_);
    assignment.set_household_id(household.id());
    *assignment.mutable_from_on() = on(1, 1);
  }
  return household.id();
}

v1::Elder& District::elder(const std::string& area_id, bool assigned) {
  return elderOf(household(area_id, assigned));
}

v1::Elder& District::elderOf(const std::string& household_id) {
  v1::Elder& elder = elders_.emplace_back();
  elder.set_id(nextId());
  *elder.mutable_care_from_on() = on(1, 1);
  v1::KindsSpan& kinds = *elder.add_kinds();
  kinds.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  *kinds.mutable_from_on() = on(1, 1);
  setTier(elder, v1::TIER_C, on(1, 1));
  setStatus(elder, v1::CARE_STATUS_AT_HOME, on(1, 1));
  moveTo(elder, household_id, on(1, 1));
  return elder;
}

v1::Contact& District::contact(const v1::Elder& elder, v1::ContactRelation relation) {
  v1::Contact& contact = contacts_.emplace_back();
  contact.set_id(nextId());
  contact.set_elder_id(elder.id());
  contact.set_relation(relation);
  return contact;
}

v1::Visit& District::visit(const v1::Elder& elder, google::protobuf::Timestamp started_at, int minutes,
                           v1::ContactMode mode, v1::ContactOutcome outcome) {
  v1::Visit& visit = visits_.emplace_back();
  visit.set_id(nextId());
  visit.set_household_id(elder.residences(elder.residences_size() - 1).household_id());
  addContact(visit, elder, mode, outcome);
  visit.add_worker_ids(worker_);
  visit.set_recorded_by(worker_);
  *visit.mutable_started_at() = started_at;
  *visit.mutable_ended_at() = toTimestamp(toTime(started_at) + absl::Minutes(minutes));
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return visit;
}

v1::ServiceEntry& District::service(const v1::Elder& elder, v1::ServiceKind kind,
                                    google::protobuf::Timestamp started_at, std::uint32_t minutes) {
  v1::ServiceEntry& entry = entries_.emplace_back();
  entry.set_id(nextId());
  entry.set_elder_id(elder.id());
  entry.set_household_id(elder.residences(elder.residences_size() - 1).household_id());
  entry.set_kind(kind);
  *entry.mutable_started_at() = started_at;
  entry.set_precision(v1::PRECISION_EXACT);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  v1::WorkerMinutes& line = *entry.add_workers();
  line.set_worker_id(worker_);
  line.set_minutes(minutes);
  return entry;
}

v1::ServiceEntryEvent& District::entryEvent(const v1::ServiceEntry& entry, v1::ServiceEntryState to) {
  v1::ServiceEntryEvent& event = entry_events_.emplace_back();
  event.set_id(nextId());
  event.set_entry_id(entry.id());
  event.set_to(to);
  return event;
}

v1::RiskFlag& District::risk(const v1::Elder& elder, v1::RiskLevel level, google::protobuf::Timestamp opened_at) {
  v1::RiskFlag& flag = flags_.emplace_back();
  flag.set_id(nextId());
  flag.set_elder_id(elder.id());
  flag.set_kind(v1::RISK_KIND_FALL);
  flag.set_level(level);
  flag.set_reported_by(worker_);
  *flag.mutable_opened_at() = opened_at;
  return flag;
}

v1::RiskEvent& District::riskEvent(const v1::RiskFlag& flag, v1::RiskState to, google::protobuf::Timestamp when) {
  v1::RiskEvent& event = risk_events_.emplace_back();
  event.set_id(nextId());
  event.set_flag_id(flag.id());
  event.set_to(to);
  event.set_by(another_worker_);
  *event.mutable_at() = when;
  return event;
}

DistrictRecords District::records() const {
  DistrictRecords records;
  records.areas = addresses(areas_);
  records.households = addresses(households_);
  records.elders = addresses(elders_);
  records.contacts = addresses(contacts_);
  records.assignments = addresses(assignments_);
  records.visits = addresses(visits_);
  records.service_entries = addresses(entries_);
  records.service_entry_events = addresses(entry_events_);
  records.risk_flags = addresses(flags_);
  records.risk_events = addresses(risk_events_);
  records.rules = rules;
  return records;
}

void setStatus(v1::Elder& elder, v1::CareStatus status, v1::Date from_on, const std::string& confirmed_by) {
  v1::StatusSpan& span = *elder.add_statuses();
  span.set_status(status);
  *span.mutable_from_on() = from_on;
  span.set_confirmed_by(confirmed_by);
}

void setTier(v1::Elder& elder, v1::Tier tier, v1::Date from_on) {
  v1::TierSpan& span = *elder.add_tiers();
  span.set_tier(tier);
  *span.mutable_from_on() = from_on;
}

void moveTo(v1::Elder& elder, const std::string& household_id, v1::Date from_on) {
  v1::ResidenceSpan& span = *elder.add_residences();
  span.set_household_id(household_id);
  *span.mutable_from_on() = from_on;
}

void addContact(v1::Visit& visit, const v1::Elder& elder, v1::ContactMode mode, v1::ContactOutcome outcome,
                const std::string& proxy_contact_id) {
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(elder.id());
  contact.set_mode(mode);
  contact.set_outcome(outcome);
  contact.set_proxy_contact_id(proxy_contact_id);
}

}  // namespace doorstep::care::testing
