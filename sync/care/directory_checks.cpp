#include <algorithm>
#include <set>

#include "sync/care/calendar.h"
#include "sync/care/record_checks.h"

namespace doorstep::care {
namespace {

constexpr std::uint32_t kLastFreezeDay = 28;  // exists in every month

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
    check.date(set.has_from_on(), set.from_on(), path("rule_sets", index, "from_on"));
    if (index > 0 && civilDay(set.from_on()) <= civilDay(rules.rule_sets(index - 1).from_on())) {
      check.report(v1::PROBLEM_CODE_MALFORMED, path("rule_sets", index, "from_on"));
    }
    if (set.freeze_day() > kLastFreezeDay) {
      check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, path("rule_sets", index, "freeze_day"), {"1", "28"});
    }
  }
}

}  // namespace doorstep::care
