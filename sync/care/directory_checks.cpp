#include <algorithm>
#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/record_checks.h"

namespace doorstep::care {
namespace {

constexpr std::uint32_t kLastFreezeDay = 28;  // exists in every month
constexpr std::uint32_t kMinutesOfDay = 24 * 60;
constexpr std::uint32_t kDaysOfWeek = 7;
// A switch beyond these would leave an elder without a deadline or a month open for a year.
constexpr std::uint32_t kLongestBackdating = 366;
constexpr std::uint32_t kLongestSecondTry = 31;

bool isAllDigits(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void checkItem(const v1::ChecklistItem& item, int index, FieldCheck& check) {
  check.require(!item.code().empty(), path("items", index, "code"));
  check.require(!item.options().empty(), path("items", index, "options"));
  std::set<std::string> codes;
  for (const v1::ChecklistOption& option : item.options()) {
    if (option.code().empty() || !codes.insert(option.code()).second) {
      check.report(option.code().empty() ? v1::PROBLEM_CODE_MISSING : v1::PROBLEM_CODE_DUPLICATE,
                   path("items", index, "options"));
    }
  }
}

void atMost(std::uint32_t value, std::uint32_t limit, std::string_view field, FieldCheck& check) {
  if (value > limit) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, field, {"0", absl::StrCat(limit)});
  }
}

void checkRuleSet(const v1::RuleSet& set, int index, FieldCheck& check) {
  check.date(set.has_from_on(), set.from_on(), path("rule_sets", index, "from_on"));
  if (set.freeze_day() > kLastFreezeDay) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, path("rule_sets", index, "freeze_day"), {"1", "28"});
  }
  atMost(set.backdate_days(), kLongestBackdating, path("rule_sets", index, "backdate_days"), check);
  atMost(set.ladder_a_supervisor_minutes(), kMinutesOfDay, path("rule_sets", index, "ladder_a_supervisor_minutes"),
         check);
  atMost(set.ladder_a_community_minutes(), kMinutesOfDay, path("rule_sets", index, "ladder_a_community_minutes"),
         check);
  atMost(set.ladder_c_second_try_days(), kLongestSecondTry, path("rule_sets", index, "ladder_c_second_try_days"),
         check);
}

// No day can be both a holiday and worked.
void checkExtraDays(const v1::DistrictRules& rules, FieldCheck& check) {
  std::set<absl::CivilDay> known;
  const auto check_days = [&known, &check](const auto& days, std::string_view field) {
    for (int index = 0; index < days.size(); ++index) {
      if (check.date(true, days[index], path(field, index)) && !known.insert(civilDay(days[index])).second) {
        check.report(v1::PROBLEM_CODE_DUPLICATE, path(field, index));
      }
    }
  };
  check_days(rules.extra_holidays(), "extra_holidays");
  check_days(rules.extra_working_days(), "extra_working_days");
}

}  // namespace

void checkRecord(const v1::Area& area, FieldCheck& check) {
  check.identifier(area.id(), "id");
  check.optionalIdentifier(area.parent_id(), "parent_id");
  if (!area.id().empty() && area.parent_id() == area.id()) {
    check.report(v1::PROBLEM_CODE_CIRCLE, "parent_id");
  }
  check.require(area.kind() != v1::AREA_KIND_UNSPECIFIED, "kind");
  check.require(!area.code().empty(), "code");
  if (!isAllDigits(area.code())) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "code");
  }
  check.name(area.name(), "name");
}

void checkRecord(const v1::Organisation& organisation, FieldCheck& check) {
  check.identifier(organisation.id(), "id");
  check.require(!organisation.name().empty(), "name");
  check.line(organisation.name(), "name");
  check.line(organisation.code(), "code");
  check.optionalIdentifier(organisation.area_id(), "area_id");
  check.line(organisation.phone(), "phone");
}

void checkRecord(const v1::Programme& programme, FieldCheck& check) {
  check.identifier(programme.id(), "id");
  check.require(!programme.name().empty(), "name");
  check.line(programme.name(), "name");
  check.line(programme.code(), "code");
  check.optionalIdentifier(programme.contractor_id(), "contractor_id");
  check.period(programme.has_from_on(), programme.from_on(), programme.has_until_on(), programme.until_on());
}

void checkRecord(const v1::Worker& worker, FieldCheck& check) {
  check.identifier(worker.id(), "id");
  check.require(!worker.staff_number().empty(), "staff_number");
  check.line(worker.staff_number(), "staff_number");
  check.name(worker.name(), "name");
  check.require(!worker.roles().empty(), "roles");
  for (int index = 0; index < worker.area_ids_size(); ++index) {
    check.identifier(worker.area_ids(index), path("area_ids", index));
  }
  check.line(worker.phone(), "phone");
  check.optionalIdentifier(worker.organisation_id(), "organisation_id");
  check.optionalIdentifier(worker.supervisor_id(), "supervisor_id");
  if (!worker.id().empty() && worker.supervisor_id() == worker.id()) {
    check.report(v1::PROBLEM_CODE_CIRCLE, "supervisor_id");
  }
  check.optionalDate(worker.has_left_on(), worker.left_on(), "left_on");
}

void checkRecord(const v1::ChecklistTemplate& checklist, FieldCheck& check) {
  check.identifier(checklist.id(), "id");
  check.require(!checklist.code().empty(), "code");
  check.require(checklist.version() > 0, "version");
  check.require(!checklist.items().empty(), "items");
  std::set<std::string> codes;
  for (int index = 0; index < checklist.items_size(); ++index) {
    checkItem(checklist.items(index), index, check);
    if (!codes.insert(checklist.items(index).code()).second) {
      check.report(v1::PROBLEM_CODE_DUPLICATE, path("items", index, "code"));
    }
  }
}

void checkRecord(const v1::DistrictRules& rules, FieldCheck& check) {
  check.identifier(rules.id(), "id");
  check.identifier(rules.district_id(), "district_id");
  check.line(rules.zone(), "zone");
  check.optionalDate(rules.has_go_live_on(), rules.go_live_on(), "go_live_on");
  for (int index = 0; index < rules.rule_sets_size(); ++index) {
    const v1::RuleSet& set = rules.rule_sets(index);
    checkRuleSet(set, index, check);
    if (index > 0 && civilDay(set.from_on()) <= civilDay(rules.rule_sets(index - 1).from_on())) {
      check.report(v1::PROBLEM_CODE_MALFORMED, path("rule_sets", index, "from_on"));
    }
  }
  checkExtraDays(rules, check);
}

void checkRecord(const v1::DutyRoster& duty, FieldCheck& check) {
  check.identifier(duty.id(), "id");
  check.identifier(duty.area_id(), "area_id");
  check.require(duty.kind() != v1::DUTY_KIND_UNSPECIFIED, "kind");
  check.require(!duty.name().empty(), "name");
  check.line(duty.name(), "name");
  check.require(!duty.phone().empty(), "phone");
  check.line(duty.phone(), "phone");
  for (int index = 0; index < duty.weekdays_size(); ++index) {
    if (duty.weekdays(index) < 1 || duty.weekdays(index) > kDaysOfWeek) {
      check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, path("weekdays", index), {"1", absl::StrCat(kDaysOfWeek)});
    }
  }
  atMost(duty.from_minute(), kMinutesOfDay - 1, "from_minute", check);
  atMost(duty.until_minute(), kMinutesOfDay, "until_minute", check);
  const bool begins = check.optionalDate(duty.has_from_on(), duty.from_on(), "from_on") && duty.has_from_on();
  const bool ends = check.optionalDate(duty.has_until_on(), duty.until_on(), "until_on") && duty.has_until_on();
  if (begins && ends && civilDay(duty.until_on()) < civilDay(duty.from_on())) {
    check.report(v1::PROBLEM_CODE_ENDS_BEFORE_START, "until_on");
  }
}

void checkRecord(const v1::Facility& facility, FieldCheck& check) {
  check.identifier(facility.id(), "id");
  check.require(!facility.code().empty(), "code");
  check.line(facility.code(), "code");
  check.require(facility.kind() != v1::FACILITY_KIND_UNSPECIFIED, "kind");
  check.require(!facility.name().empty(), "name");
  check.line(facility.name(), "name");
  check.identifier(facility.area_id(), "area_id");
  check.optionalIdentifier(facility.operator_id(), "operator_id");
  const bool verified = check.optionalDate(facility.has_verified_on(), facility.verified_on(), "verified_on") &&
                        facility.has_verified_on();
  check.optionalDate(facility.has_signed_on(), facility.signed_on(), "signed_on");
  const bool closed =
      check.optionalDate(facility.has_closed_on(), facility.closed_on(), "closed_on") && facility.has_closed_on();
  if (verified && closed && civilDay(facility.closed_on()) < civilDay(facility.verified_on())) {
    check.report(v1::PROBLEM_CODE_ENDS_BEFORE_START, "closed_on");
  }
}

void checkRecord(const v1::Target& target, FieldCheck& check) {
  check.identifier(target.id(), "id");
  check.require(target.indicator() != v1::INDICATOR_UNSPECIFIED, "indicator");
  check.identifier(target.area_id(), "area_id");
  check.require(target.has_until_on(), "until_on");
  check.period(target.has_from_on(), target.from_on(), target.has_until_on(), target.until_on());
  if (target.value() < 1) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "value", {"1"});
  }
  check.line(target.document(), "document");
  check.optionalIdentifier(target.programme_id(), "programme_id");
}

}  // namespace doorstep::care
