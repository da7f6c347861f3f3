#include "sync/ctl/rules_edit.h"

#include <algorithm>
#include <set>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/ctl/values.h"
#include "sync/outside/attempt.h"

namespace doorstep::ctl {

namespace {

constexpr std::string_view kUsualZone = "Asia/Shanghai";

using Dates = google::protobuf::RepeatedPtrField<v1::Date>;

bool changesSwitches(const RulesOptions& options) {
  return !options.switches.empty() || !options.priority_kinds.empty();
}

v1::Date firstOfMonth(const v1::Date& date) {
  return care::toDate(absl::CivilDay(absl::CivilMonth(care::civilDay(date))));
}

void applyAll(const RulesOptions& options, v1::RuleSet& set) {
  if (!options.priority_kinds.empty()) {
    set.mutable_priority_kinds()->Assign(options.priority_kinds.begin(), options.priority_kinds.end());
  }
  for (const SwitchValue& value : options.switches) {
    apply(value, set);
  }
}

void sortSets(v1::DistrictRules& rules) {
  std::sort(rules.mutable_rule_sets()->begin(), rules.mutable_rule_sets()->end(),
            [](const v1::RuleSet& left, const v1::RuleSet& right) {
              return care::civilDay(left.from_on()) < care::civilDay(right.from_on());
            });
}

// The set that begins on the day; made of what held then when there is none.
absl::StatusOr<v1::RuleSet*> setFrom(v1::DistrictRules& rules, const v1::Date& from) {
  const absl::CivilDay day = care::civilDay(from);
  for (v1::RuleSet& set : *rules.mutable_rule_sets()) {
    if (care::civilDay(set.from_on()) == day) {
      return &set;
    }
  }
  if (rules.rule_sets_size() > 0 && day < care::civilDay(rules.rule_sets(0).from_on())) {
    return failure(Failure::kRuleTooEarly, {dateText(rules.rule_sets(0).from_on())});
  }
  const v1::RuleSet held = care::rulesOn(rules, day);
  v1::RuleSet& added = *rules.add_rule_sets();
  added = held;
  *added.mutable_from_on() = from;
  return &added;
}

std::set<absl::CivilDay> daysOf(const Dates& dates) {
  std::set<absl::CivilDay> days;
  for (const v1::Date& date : dates) {
    days.insert(care::civilDay(date));
  }
  return days;
}

void setDays(const std::set<absl::CivilDay>& days, Dates& dates) {
  dates.Clear();
  for (const absl::CivilDay day : days) {
    *dates.Add() = care::toDate(day);
  }
}

void changeDays(const RulesOptions& options, v1::DistrictRules& rules) {
  std::set<absl::CivilDay> holidays = daysOf(rules.extra_holidays());
  std::set<absl::CivilDay> working_days = daysOf(rules.extra_working_days());
  for (const auto* named : {&options.holidays, &options.working_days, &options.ordinary_days}) {
    for (const v1::Date& date : *named) {
      holidays.erase(care::civilDay(date));
      working_days.erase(care::civilDay(date));
    }
  }
  for (const v1::Date& date : options.holidays) {
    holidays.insert(care::civilDay(date));
  }
  for (const v1::Date& date : options.working_days) {
    working_days.insert(care::civilDay(date));
  }
  setDays(holidays, *rules.mutable_extra_holidays());
  setDays(working_days, *rules.mutable_extra_working_days());
}

}  // namespace

absl::StatusOr<v1::DistrictRules> changedRules(const v1::DistrictRules& standing, const RulesOptions& options) {
  v1::DistrictRules rules = standing;
  const bool goes_live = care::isSet(options.go_live_on);
  const bool is_first = rules.rule_sets_size() == 0;
  if (rules.zone().empty()) {
    rules.set_zone(std::string(kUsualZone));
  }
  if (is_first && !goes_live) {
    return failure(Failure::kBadOption, {"--go-live", "YYYY-MM-DD"});
  }
  if (goes_live) {
    *rules.mutable_go_live_on() = options.go_live_on;
    const v1::Date first = firstOfMonth(options.go_live_on);
    if (is_first) {
      *rules.add_rule_sets() = care::defaultRules();
    }
    v1::RuleSet& earliest = *rules.mutable_rule_sets(0);
    if (is_first || care::civilDay(first) < care::civilDay(earliest.from_on())) {
      *earliest.mutable_from_on() = first;
    }
  }
  if (changesSwitches(options)) {
    if (!is_first && !care::isSet(options.from_on)) {
      return failure(Failure::kBadOption, {"--from", "YYYY-MM-DD"});
    }
    const v1::Date from = care::isSet(options.from_on) ? options.from_on : rules.rule_sets(0).from_on();
    DOORSTEP_ASSIGN(v1::RuleSet * set, setFrom(rules, from));
    applyAll(options, *set);
    sortSets(rules);
  }
  changeDays(options, rules);
  return rules;
}

}  // namespace doorstep::ctl
