#include "sync/service/import/elder_records.h"

#include <algorithm>
#include <set>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

constexpr std::uint32_t kUsualMinutes = 20;
constexpr int kStartsAtHour = 9;

// Digits 7 to 14 of the ID number; unset when they are none.
v1::Date birthOf(const std::string& id_number) {
  int day = 0;
  v1::Date date;
  if (care::isIdentityNumber(id_number) && absl::SimpleAtoi(id_number.substr(6, 8), &day)) {
    date.set_year(day / 10000);
    date.set_month(day / 100 % 100);
    date.set_day(day % 100);
  }
  return date;
}

v1::Gender genderOf(const v1::ElderRow& row) {
  if (row.gender() != v1::GENDER_UNSPECIFIED || !care::isIdentityNumber(row.id_number())) {
    return row.gender();
  }
  return (row.id_number()[16] - '0') % 2 == 1 ? v1::GENDER_MALE : v1::GENDER_FEMALE;
}

// A spread list begins with care; when the day care began is corrected, so is its first day.
template <typename Spans>
void moveBeginning(Spans& spans, const v1::Date& old_day, const v1::Date& new_day) {
  if (spans.size() == 1 && care::civilDay(spans[0].from_on()) == care::civilDay(old_day)) {
    *spans.Mutable(0)->mutable_from_on() = new_day;
  }
}

// The day from which a new span holds: the beginning for the first, otherwise the wish, but never
// before what stands last.
template <typename Spans>
v1::Date nextFrom(const Spans& spans, const v1::Date& beginning, absl::CivilDay wish) {
  if (spans.empty()) {
    return beginning;
  }
  return care::toDate(std::max(wish, care::civilDay(spans.rbegin()->from_on())));
}

void fillSpans(const v1::ElderRow& row, const std::string& household_id, absl::CivilDay today, v1::Elder& elder) {
  const v1::Date& begins = elder.care_from_on();
  const std::set<int> kinds(row.kinds().begin(), row.kinds().end());
  const bool same_kinds = !elder.kinds().empty() && kinds == std::set<int>(elder.kinds().rbegin()->kinds().begin(),
                                                                           elder.kinds().rbegin()->kinds().end());
  if (!kinds.empty() && !same_kinds) {
    const v1::Date from = nextFrom(elder.kinds(), begins, today);
    v1::KindsSpan& span = *elder.add_kinds();
    *span.mutable_kinds() = row.kinds();
    *span.mutable_from_on() = from;
  }
  if (row.tier() != v1::TIER_UNSPECIFIED && (elder.tiers().empty() || elder.tiers().rbegin()->tier() != row.tier())) {
    const v1::Date from = nextFrom(elder.tiers(), begins, today);
    v1::TierSpan& span = *elder.add_tiers();
    span.set_tier(row.tier());
    *span.mutable_from_on() = from;
  }
  const v1::CareStatus status = row.status() == v1::CARE_STATUS_UNSPECIFIED ? v1::CARE_STATUS_AT_HOME : row.status();
  const bool says_status = row.status() != v1::CARE_STATUS_UNSPECIFIED || elder.statuses().empty();
  if (says_status && (elder.statuses().empty() || elder.statuses().rbegin()->status() != status)) {
    const v1::Date first = row.has_status_from_on() ? row.status_from_on() : begins;
    const absl::CivilDay wish = row.has_status_from_on() ? care::civilDay(row.status_from_on()) : today;
    const v1::Date from = nextFrom(elder.statuses(), first, wish);
    v1::StatusSpan& span = *elder.add_statuses();
    span.set_status(status);
    *span.mutable_from_on() = from;
  }
  if (elder.residences().empty() || elder.residences().rbegin()->household_id() != household_id) {
    const v1::Date from = nextFrom(elder.residences(), begins, today);
    v1::ResidenceSpan& span = *elder.add_residences();
    span.set_household_id(household_id);
    *span.mutable_from_on() = from;
  }
}

}  // namespace

std::string identifierFrom(absl::Time at, const std::string& content) {
  std::string id = replication::sha256(content).substr(0, 16);
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, absl::ToUnixMillis(at)));
  for (int byte = 0; byte < 6; ++byte) {
    id[static_cast<std::size_t>(byte)] = static_cast<char>((ms >> (8 * (5 - byte))) & 0xFF);
  }
  id[6] = static_cast<char>((static_cast<unsigned char>(id[6]) & 0x0F) | 0x70);
  id[8] = static_cast<char>((static_cast<unsigned char>(id[8]) & 0x3F) | 0x80);
  return id;
}

std::string householdNumberOf(const v1::ElderRow& row) {
  return row.household_number().empty() ? row.file_number() : row.household_number();
}

void fillHousehold(const v1::ElderRow& row, const std::string& area_id, v1::Household& household) {
  household.set_household_number(householdNumberOf(row));
  household.set_area_id(area_id);
  const auto take = [](const std::string& from, std::string& into) {
    if (!from.empty()) {
      into = from;
    }
  };
  take(row.building(), *household.mutable_building());
  take(row.unit(), *household.mutable_unit());
  take(row.dwelling(), *household.mutable_dwelling());
  take(row.address(), *household.mutable_address());
}

void fillElder(const v1::ElderRow& row, const std::string& household_id, absl::CivilDay today, v1::Elder& elder) {
  const auto take = [](const std::string& from, std::string& into) {
    if (!from.empty()) {
      into = from;
    }
  };
  elder.set_file_number(row.file_number());
  take(row.name(), *elder.mutable_name());
  take(row.language(), *elder.mutable_language());
  take(row.hearing(), *elder.mutable_hearing());
  take(row.how_to_approach(), *elder.mutable_how_to_approach());
  take(row.phone(), *elder.mutable_phone());
  take(row.safety_note(), *elder.mutable_safety_note());
  if (const v1::Gender gender = genderOf(row); gender != v1::GENDER_UNSPECIFIED) {
    elder.set_gender(gender);
  }
  const int year = row.birth_year() != 0 ? row.birth_year() : birthOf(row.id_number()).year();
  if (year != 0) {
    elder.set_birth_year(year);
  }
  if (row.has_care_from_on()) {
    if (elder.has_care_from_on()) {
      moveBeginning(*elder.mutable_kinds(), elder.care_from_on(), row.care_from_on());
      moveBeginning(*elder.mutable_tiers(), elder.care_from_on(), row.care_from_on());
      moveBeginning(*elder.mutable_statuses(), elder.care_from_on(), row.care_from_on());
      moveBeginning(*elder.mutable_residences(), elder.care_from_on(), row.care_from_on());
    }
    *elder.mutable_care_from_on() = row.care_from_on();
  }
  fillSpans(row, household_id, today, elder);
}

void fillIdentity(const v1::ElderRow& row, v1::ElderIdentity& identity) {
  identity.set_id_number(row.id_number());
  if (const v1::Date birth = birthOf(row.id_number()); care::isSet(birth)) {
    *identity.mutable_birth_on() = birth;
  }
}

void fillContact(const v1::FamilyRow& row, v1::Contact& contact) {
  contact.set_name(row.name());
  contact.set_relation(row.relation());
  contact.set_phone(row.phone());
  contact.set_emergency_contact(true);
  contact.set_family_supporter(row.relation() == v1::CONTACT_RELATION_CHILD ||
                               row.relation() == v1::CONTACT_RELATION_SPOUSE);
}

void fillVisit(const v1::ElderRow& row, const v1::RosterContact& contact, const std::string& elder_id,
               const std::string& household_id, const std::string& worker_id, absl::TimeZone zone, std::size_t ordinal,
               v1::Visit& visit) {
  const absl::CivilDay day = care::civilDay(contact.on());
  const absl::Time starts =
      absl::FromCivil(absl::CivilSecond(day.year(), day.month(), day.day(), kStartsAtHour, 0, 0), zone);
  const std::uint32_t minutes = contact.minutes() == 0 ? kUsualMinutes : contact.minutes();
  visit.set_id(identifierFrom(
      starts, absl::StrCat("visit ", row.file_number(), " ", replication::encode(contact), " ", ordinal)));
  visit.set_household_id(household_id);
  v1::VisitContact& with = *visit.add_contacts();
  with.set_elder_id(elder_id);
  with.set_mode(contact.mode());
  with.set_outcome(contact.outcome());
  visit.add_worker_ids(worker_id);
  visit.set_recorded_by(worker_id);
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(minutes));
  visit.set_zone(zone.name());
  visit.set_precision(v1::PRECISION_DAY);
  visit.set_source(v1::VISIT_SOURCE_DESK);
}

}  // namespace doorstep::service
