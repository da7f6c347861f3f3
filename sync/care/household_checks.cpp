#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/identity_number.h"
#include "sync/care/record_checks.h"
#include "sync/care/validation.h"

namespace doorstep::care {
namespace {

// The days of a list of spans: real ones, in order.
template <typename Spans>
void checkSpans(const Spans& spans, std::string_view field, FieldCheck& check) {
  for (int index = 0; index < spans.size(); ++index) {
    const std::string from = path(field, index, "from_on");
    const bool usable = check.date(spans[index].has_from_on(), spans[index].from_on(), from);
    if (usable && index > 0 && civilDay(spans[index].from_on()) < civilDay(spans[index - 1].from_on())) {
      check.report(v1::PROBLEM_CODE_MALFORMED, from);
    }
  }
}

void checkStatuses(const v1::Elder& elder, FieldCheck& check) {
  checkSpans(elder.statuses(), "statuses", check);
  for (int index = 0; index < elder.statuses_size(); ++index) {
    const v1::StatusSpan& span = elder.statuses(index);
    check.require(span.status() != v1::CARE_STATUS_UNSPECIFIED, path("statuses", index, "status"));
    check.optionalIdentifier(span.confirmed_by(), path("statuses", index, "confirmed_by"));
    const std::string until = path("statuses", index, "planned_until_on");
    if (check.optionalDate(span.has_planned_until_on(), span.planned_until_on(), until) &&
        span.has_planned_until_on() && civilDay(span.planned_until_on()) < civilDay(span.from_on())) {
      check.report(v1::PROBLEM_CODE_ENDS_BEFORE_START, until);
    }
  }
}

void checkHistory(const v1::Elder& elder, FieldCheck& check) {
  checkStatuses(elder, check);
  checkSpans(elder.kinds(), "kinds", check);
  checkSpans(elder.tiers(), "tiers", check);
  for (int index = 0; index < elder.tiers_size(); ++index) {
    check.require(elder.tiers(index).tier() != v1::TIER_UNSPECIFIED, path("tiers", index, "tier"));
  }
  check.require(!elder.residences().empty(), "residences");
  checkSpans(elder.residences(), "residences", check);
  for (int index = 0; index < elder.residences_size(); ++index) {
    check.identifier(elder.residences(index).household_id(), path("residences", index, "household_id"));
  }
}

void checkCareFrom(const v1::Elder& elder, FieldCheck& check) {
  if (check.date(elder.has_care_from_on(), elder.care_from_on(), "care_from_on") &&
      elder.care_from_on().year() < kEarliestYear) {
    check.report(v1::PROBLEM_CODE_DATE_IMPLAUSIBLE, "care_from_on");
  }
}

}  // namespace

void checkRecord(const v1::Household& household, FieldCheck& check) {
  check.identifier(household.id(), "id");
  check.identifier(household.area_id(), "area_id");
  check.line(household.building(), "building");
  check.line(household.unit(), "unit");
  check.line(household.dwelling(), "dwelling");
  check.line(household.address(), "address");
  check.note(household.door_note(), "door_note");
}

void checkRecord(const v1::Elder& elder, FieldCheck& check) {
  check.identifier(elder.id(), "id");
  check.require(!elder.file_number().empty(), "file_number");
  check.line(elder.file_number(), "file_number");
  check.name(elder.name(), "name");
  const int this_year = static_cast<int>(dayOf(check.now(), districtZone()).year());
  if (elder.birth_year() != 0 && (elder.birth_year() < kEarliestBirthYear || elder.birth_year() > this_year)) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "birth_year",
                 {absl::StrCat(kEarliestBirthYear), absl::StrCat(this_year)});
  }
  checkHistory(elder, check);
  checkCareFrom(elder, check);
  check.line(elder.language(), "language");
  check.line(elder.hearing(), "hearing");
  check.note(elder.how_to_approach(), "how_to_approach");
  check.line(elder.phone(), "phone");
  check.note(elder.safety_note(), "safety_note");
  check.optionalIdentifier(elder.merged_into(), "merged_into");
  if (!elder.id().empty() && elder.merged_into() == elder.id()) {
    check.report(v1::PROBLEM_CODE_CIRCLE, "merged_into");
  }
}

void checkRecord(const v1::ElderIdentity& identity, FieldCheck& check) {
  check.identifier(identity.id(), "id");
  check.identifier(identity.elder_id(), "elder_id");
  if (!identity.id_number().empty()) {
    if (!hasIdentityNumberForm(identity.id_number())) {
      check.report(v1::PROBLEM_CODE_MALFORMED, "id_number");
    } else if (!hasRightCheckDigit(identity.id_number())) {
      check.report(v1::PROBLEM_CODE_CHECKSUM, "id_number");
    }
  }
  check.optionalDate(identity.has_birth_on(), identity.birth_on(), "birth_on");
}

void checkRecord(const v1::Contact& contact, FieldCheck& check) {
  check.identifier(contact.id(), "id");
  check.identifier(contact.elder_id(), "elder_id");
  check.identifier(contact.household_id(), "household_id");
  check.name(contact.name(), "name");
  check.line(contact.phone(), "phone");
  check.note(contact.note(), "note");
}

void checkRecord(const v1::Assignment& assignment, FieldCheck& check) {
  check.identifier(assignment.id(), "id");
  check.identifier(assignment.worker_id(), "worker_id");
  check.identifier(assignment.household_id(), "household_id");
  check.period(assignment.has_from_on(), assignment.from_on(), assignment.has_until_on(), assignment.until_on());
}

}  // namespace doorstep::care
