#include "tests/simulation/paperwork.h"

#include <algorithm>

#include "sync/care/calendar.h"

namespace doorstep::simulation {
namespace {

constexpr char kZone[] = "Asia/Shanghai";

absl::CivilDay dayAt(absl::Time time) {
  return care::dayOf(time, care::districtZone());
}

}  // namespace

std::string Paperwork::words() {
  return tablet_.who().name + " says " + std::to_string(world_.below(1'000'000'000));
}

std::string Paperwork::householdOf(const v1::Elder& elder) {
  return elder.residences().empty() ? std::string(16, 'x')
                                    : elder.residences(elder.residences_size() - 1).household_id();
}

v1::Date Paperwork::yesterday() const {
  return care::toDate(dayAt(now()) - 1);
}

v1::VisitDraft Paperwork::visit(const v1::Elder& elder, v1::ContactOutcome outcome) {
  v1::VisitDraft draft;
  v1::Visit& visit = *draft.mutable_visit();
  visit.set_id(tablet_.newId());
  visit.set_household_id(householdOf(elder));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(elder.id());
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(outcome);
  visit.add_worker_ids(worker());
  visit.set_recorded_by(worker());
  *visit.mutable_started_at() =
      care::toTimestamp(now() - absl::Minutes(5 + static_cast<std::int64_t>(world_.below(40))));
  *visit.mutable_ended_at() = care::toTimestamp(now());
  visit.set_zone(kZone);
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  visit.set_note(words());
  if (world_.happens(20)) {
    v1::ServiceEntry& entry = *draft.add_services();
    entry = hours(elder).service_entry();
    entry.set_visit_id(visit.id());
    *entry.mutable_started_at() = visit.started_at();
  }
  if (world_.happens(10)) {
    v1::RiskFlag& flag = *draft.add_risks();
    flag = risk(elder).risk_flag();
    flag.set_visit_id(visit.id());
  }
  return draft;
}

v1::Record Paperwork::correction(const v1::Visit& visit) {
  v1::Record record;
  v1::Visit& corrected = *record.mutable_visit();
  corrected = visit;
  corrected.set_id(tablet_.newId());
  corrected.set_corrects_id(visit.id());
  if (world_.happens(40)) {
    corrected.set_voided(true);
  } else {
    const bool seen = corrected.contacts(0).outcome() == v1::CONTACT_OUTCOME_SEEN;
    corrected.mutable_contacts(0)->set_outcome(seen ? v1::CONTACT_OUTCOME_NO_REPLY : v1::CONTACT_OUTCOME_SEEN);
  }
  return record;
}

v1::Record Paperwork::risk(const v1::Elder& elder) {
  v1::Record record;
  v1::RiskFlag& flag = *record.mutable_risk_flag();
  flag.set_id(tablet_.newId());
  flag.set_household_id(householdOf(elder));
  flag.set_elder_id(elder.id());
  flag.set_kind(v1::RISK_KIND_FALL);
  flag.set_level(static_cast<v1::RiskLevel>(1 + world_.below(2)));
  flag.set_reported_by(worker());
  *flag.mutable_opened_at() = care::toTimestamp(now());
  return record;
}

v1::Record Paperwork::riskEvent(const v1::RiskFlag& flag) {
  v1::Record record;
  v1::RiskEvent& event = *record.mutable_risk_event();
  event.set_id(tablet_.newId());
  event.set_flag_id(flag.id());
  event.set_household_id(flag.household_id());
  event.set_to(world_.happens(50) ? v1::RISK_STATE_ACKNOWLEDGED : v1::RISK_STATE_IN_ACTION);
  event.set_by(worker());
  *event.mutable_at() = care::toTimestamp(now());
  return record;
}

v1::Record Paperwork::hours(const v1::Elder& elder) {
  v1::Record record;
  v1::ServiceEntry& entry = *record.mutable_service_entry();
  entry.set_id(tablet_.newId());
  entry.set_household_id(householdOf(elder));
  entry.set_elder_id(elder.id());
  entry.set_kind(v1::SERVICE_KIND_CLEANING);
  *entry.mutable_started_at() = care::toTimestamp(now() - absl::Minutes(60));
  entry.set_zone(kZone);
  entry.set_precision(v1::PRECISION_EXACT);
  v1::WorkerMinutes& share = *entry.add_workers();
  share.set_worker_id(worker());
  share.set_minutes(static_cast<std::uint32_t>(5 + world_.below(50)));
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(worker());
  return record;
}

v1::Record Paperwork::hoursEvent(const v1::ServiceEntry& entry) {
  v1::Record record;
  v1::ServiceEntryEvent& event = *record.mutable_service_entry_event();
  event.set_id(tablet_.newId());
  event.set_entry_id(entry.id());
  event.set_household_id(entry.household_id());
  event.set_to(world_.happens(60) ? v1::SERVICE_ENTRY_STATE_CONFIRMED : v1::SERVICE_ENTRY_STATE_DISPUTED);
  event.set_by(worker());
  *event.mutable_at() = care::toTimestamp(now());
  event.set_reason("as agreed");
  return record;
}

v1::Record Paperwork::contact(const v1::Elder& elder) {
  v1::Record record;
  v1::Contact& contact = *record.mutable_contact();
  contact.set_id(tablet_.newId());
  contact.set_elder_id(elder.id());
  contact.set_household_id(householdOf(elder));
  contact.set_name("contact");
  contact.set_relation(v1::CONTACT_RELATION_NEIGHBOUR);
  contact.set_phone("100" + std::to_string(world_.below(100'000)));
  return record;
}

v1::Attachment Paperwork::picture(const v1::Elder& elder) {
  v1::Attachment attachment;
  attachment.set_id(tablet_.newId());
  attachment.set_household_id(householdOf(elder));
  attachment.set_elder_id(elder.id());
  attachment.set_media_type("image/png");
  attachment.set_added_by(worker());
  *attachment.mutable_added_at() = care::toTimestamp(now());
  return attachment;
}

v1::Record Paperwork::assignment(const std::string& household_id) {
  const auto& people = world_.district().people;
  v1::Record record;
  v1::Assignment& assignment = *record.mutable_assignment();
  assignment.set_id(tablet_.newId());
  // Mostly somebody who has a tablet in this world.
  const std::size_t among = world_.happens(80) ? world_.tabletCount() : people.size();
  assignment.set_worker_id(people[world_.below(std::min(among, people.size()))].worker_id);
  assignment.set_household_id(household_id);
  *assignment.mutable_from_on() = care::toDate(dayAt(now()));
  return record;
}

std::pair<v1::Record, v1::Record> Paperwork::newcomer() {
  std::pair<v1::Record, v1::Record> made;
  std::string area;
  for (const v1::Record& known : tablet_.records(v1::RECORD_KIND_HOUSEHOLD)) {
    area = known.household().area_id();
  }
  v1::Household& household = *made.first.mutable_household();
  household.set_id(tablet_.newId());
  household.set_area_id(area);
  household.set_address("a new house");
  household.set_household_number("new " + std::to_string(world_.below(1'000'000'000)));
  v1::Elder& elder = *made.second.mutable_elder();
  elder.set_id(tablet_.newId());
  elder.set_file_number("file " + std::to_string(world_.below(1'000'000'000)));
  elder.set_name("newcomer " + std::to_string(world_.below(3)));  // some are taken in twice
  elder.set_gender(v1::GENDER_MALE);
  elder.set_birth_year(1940);
  const v1::Date today = care::toDate(dayAt(now()));
  v1::KindsSpan& kinds = *elder.add_kinds();
  kinds.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  *kinds.mutable_from_on() = today;
  v1::TierSpan& tier = *elder.add_tiers();
  tier.set_tier(v1::TIER_B);
  *tier.mutable_from_on() = today;
  v1::StatusSpan& status = *elder.add_statuses();
  status.set_status(v1::CARE_STATUS_AT_HOME);
  *status.mutable_from_on() = today;
  v1::ResidenceSpan& residence = *elder.add_residences();
  residence.set_household_id(household.id());
  *residence.mutable_from_on() = today;
  *elder.mutable_care_from_on() = today;
  return made;
}

std::string Paperwork::editElder(v1::Elder& elder) {
  switch (world_.below(5)) {
    case 0:
      elder.set_hearing(words());
      return "hearing";
    case 1:
      elder.set_language(words());
      return "language";
    case 2:
      elder.set_safety_note(words());
      return "safety_note";
    default:
      elder.set_how_to_approach(words());
      return "how_to_approach";
  }
}

}  // namespace doorstep::simulation
