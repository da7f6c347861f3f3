#include "sync/service/import/paper_visit.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/service/import/elder_records.h"

namespace doorstep::service {
namespace {

constexpr int kStartsAtMinute = 9 * 60;  // where only the day is known

absl::Time onDay(const v1::Date& date, int minute, absl::TimeZone zone) {
  const absl::CivilDay day = care::civilDay(date);
  return absl::FromCivil(absl::CivilSecond(day.year(), day.month(), day.day(), 0, minute, 0), zone);
}

}  // namespace

std::string paperVisitKey(const v1::PaperVisitRow& row) {
  return absl::StrCat(row.file_number(), "\n", row.staff_number(), "\n", row.on().year(), "-", row.on().month(), "-",
                      row.on().day(), " ", static_cast<int>(row.mode()));
}

std::string paperVisitId(const v1::PaperVisitRow& row, absl::TimeZone zone) {
  return identifierFrom(onDay(row.on(), kStartsAtMinute, zone), "paper visit " + paperVisitKey(row));
}

v1::Visit paperVisit(const v1::PaperVisitRow& row, const std::vector<v1::Elder>& elders,
                     const std::string& household_id, const std::string& worker_id, absl::TimeZone zone) {
  const bool exact = row.start_minute() >= 0;
  const absl::Time starts = onDay(row.on(), exact ? row.start_minute() : kStartsAtMinute, zone);
  v1::Visit visit;
  visit.set_household_id(household_id);
  for (const v1::Elder& elder : elders) {
    v1::VisitContact& contact = *visit.add_contacts();
    contact.set_elder_id(elder.id());
    contact.set_mode(row.mode());
    contact.set_outcome(row.outcome());
  }
  visit.add_worker_ids(worker_id);
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(row.minutes()));
  visit.set_zone(zone.name());
  visit.set_precision(exact ? v1::PRECISION_EXACT : v1::PRECISION_DAY);
  visit.set_source(v1::VISIT_SOURCE_PAPER);
  visit.set_late_reason(row.late_reason());
  return visit;
}

}  // namespace doorstep::service
