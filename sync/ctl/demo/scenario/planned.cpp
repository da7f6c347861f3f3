#include "sync/ctl/demo/scenario/planned.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/ctl/demo/scenario/stage.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl::demo {

namespace {

constexpr char kZone[] = "Asia/Shanghai";
constexpr int kMorning = 8 * 60 + 30;
constexpr int kNoon = 12 * 60;
constexpr int kAfternoon = 13 * 60 + 30;
constexpr int kWay = 8;

absl::Status notHeld(const SimulatedTablet& tablet, const std::string& key) {
  return absl::NotFoundError(absl::StrCat(tablet.staffNumber(), ": not held: ", key));
}

absl::StatusOr<std::string> householdId(const SimulatedTablet& tablet, const std::string& number) {
  const v1::Household* household = tablet.household(number);
  return household == nullptr ? absl::StatusOr<std::string>(notHeld(tablet, number)) : household->id();
}

absl::StatusOr<std::string> elderId(const SimulatedTablet& tablet, const std::string& file_number) {
  const v1::Elder* elder = tablet.elder(file_number);
  return elder == nullptr ? absl::StatusOr<std::string>(notHeld(tablet, file_number)) : elder->id();
}

absl::StatusOr<std::string> programmeId(const SimulatedTablet& tablet, const std::string& code) {
  const v1::Programme* programme = tablet.programme(code);
  if (code.empty()) {
    return std::string();
  }
  return programme == nullptr ? absl::StatusOr<std::string>(notHeld(tablet, code)) : programme->id();
}

absl::Time startOf(const PlannedTime& time) {
  return timeOf(time.day, time.start_minute);
}

absl::Time endOf(const PlannedTime& time) {
  return timeOf(time.day, time.start_minute + time.minutes);
}

}  // namespace

PlannedTime Diary::next(const std::string& staff_number, absl::CivilDay day, int minutes) {
  int& free_from = free_from_.try_emplace({staff_number, day}, kMorning).first->second;
  if (free_from < kNoon && free_from + minutes > kNoon) {
    free_from = kAfternoon;
  }
  PlannedTime time = {staff_number, day, free_from, minutes};
  free_from += minutes + kWay;
  return time;
}

std::vector<absl::CivilDay> workingDaysOf(absl::CivilMonth month) {
  v1::DistrictRules rules;
  rules.set_zone(kZone);
  const care::WorkingDays calendar(rules);
  std::vector<absl::CivilDay> days;
  for (absl::CivilDay day = care::firstDay(month); day <= care::lastDay(month); ++day) {
    if (calendar.isWorkingDay(day)) {
      days.push_back(day);
    }
  }
  return days;
}

absl::StatusOr<v1::Visit> visitRecord(SimulatedTablet& tablet, const PlannedVisit& planned) {
  v1::Visit visit;
  DOORSTEP_ASSIGN(*visit.mutable_household_id(), householdId(tablet, planned.household_number));
  DOORSTEP_ASSIGN(*visit.mutable_programme_id(), programmeId(tablet, planned.programme_code));
  for (const PlannedContact& contact : planned.contacts) {
    v1::VisitContact& made = *visit.add_contacts();
    DOORSTEP_ASSIGN(*made.mutable_elder_id(), elderId(tablet, contact.file_number));
    made.set_mode(contact.mode);
    made.set_outcome(contact.outcome);
    if (contact.outcome == v1::CONTACT_OUTCOME_PROXY_CONFIRMED) {
      const v1::Contact* who = tablet.contactOf(made.elder_id());
      made.set_proxy_contact_id(who == nullptr ? "" : who->id());
    }
  }
  visit.set_id(tablet.newId(endOf(planned.time)));
  visit.add_worker_ids(tablet.workerId());
  visit.set_recorded_by(tablet.workerId());
  *visit.mutable_started_at() = care::toTimestamp(startOf(planned.time));
  *visit.mutable_ended_at() = care::toTimestamp(endOf(planned.time));
  visit.set_zone(kZone);
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  return visit;
}

absl::StatusOr<v1::ServiceEntry> serviceRecord(SimulatedTablet& tablet, const PlannedService& planned) {
  v1::ServiceEntry entry;
  DOORSTEP_ASSIGN(*entry.mutable_household_id(), householdId(tablet, planned.household_number));
  DOORSTEP_ASSIGN(*entry.mutable_elder_id(), elderId(tablet, planned.file_number));
  DOORSTEP_ASSIGN(*entry.mutable_programme_id(), programmeId(tablet, planned.programme_code));
  entry.set_id(tablet.newId(endOf(planned.time)));
  entry.set_kind(planned.kind);
  *entry.mutable_started_at() = care::toTimestamp(startOf(planned.time));
  entry.set_zone(kZone);
  entry.set_precision(v1::PRECISION_EXACT);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(tablet.workerId());
  v1::WorkerMinutes& worker = *entry.add_workers();
  worker.set_worker_id(tablet.workerId());
  worker.set_minutes(static_cast<std::uint32_t>(planned.time.minutes));
  return entry;
}

void save(SimulatedTablet& tablet, v1::Visit visit) {
  const absl::Time at = care::toTime(visit.ended_at());
  v1::Record record;
  *record.mutable_visit() = std::move(visit);
  tablet.create(std::move(record), at);
}

void save(SimulatedTablet& tablet, v1::ServiceEntry entry) {
  const absl::Time at = care::toTime(entry.started_at()) + absl::Minutes(entry.workers(0).minutes());
  v1::Record record;
  *record.mutable_service_entry() = std::move(entry);
  tablet.create(std::move(record), at);
}

}  // namespace doorstep::ctl::demo
