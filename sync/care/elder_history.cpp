#include "sync/care/elder_history.h"

#include <algorithm>
#include <vector>

#include "sync/care/calendar.h"

namespace doorstep::care {
namespace {

// The span that holds on a day: the latest from it or before; of two from one day the later in the list.
template <typename Spans>
auto spanOn(const Spans& spans, absl::CivilDay day) -> decltype(&*spans.begin()) {
  decltype(&*spans.begin()) found = nullptr;
  for (const auto& span : spans) {
    const absl::CivilDay from = civilDay(span.from_on());
    if (from <= day && (found == nullptr || from >= civilDay(found->from_on()))) {
      found = &span;
    }
  }
  return found;
}

std::vector<const v1::StatusSpan*> statusesInOrder(const v1::Elder& elder) {
  std::vector<const v1::StatusSpan*> spans;
  for (const v1::StatusSpan& span : elder.statuses()) {
    spans.push_back(&span);
  }
  std::stable_sort(spans.begin(), spans.end(), [](const v1::StatusSpan* left, const v1::StatusSpan* right) {
    return civilDay(left->from_on()) < civilDay(right->from_on());
  });
  return spans;
}

// Spans in an institution that follow one another are one stay.
bool isShortStay(const v1::Elder& elder, const v1::StatusSpan& span, const v1::RuleSet& rules) {
  const std::vector<const v1::StatusSpan*> spans = statusesInOrder(elder);
  auto first = std::find(spans.begin(), spans.end(), &span);
  auto last = first;
  while (first != spans.begin() && (*std::prev(first))->status() == v1::CARE_STATUS_INSTITUTIONALISED) {
    --first;
  }
  while (std::next(last) != spans.end() && (*std::next(last))->status() == v1::CARE_STATUS_INSTITUTIONALISED) {
    ++last;
  }
  const absl::CivilDay from = civilDay((*first)->from_on());
  if (std::next(last) != spans.end()) {
    return civilDay((*std::next(last))->from_on()) - from < rules.short_institution_days();
  }
  const v1::Date& planned_until = (*last)->planned_until_on();
  return isSet(planned_until) && civilDay(planned_until) + 1 - from < rules.short_institution_days();
}

std::optional<absl::CivilDay> firstDayWith(bool in_care, const v1::Elder& elder, absl::CivilDay first,
                                           absl::CivilDay last, const v1::RuleSet& rules) {
  // Care begins or ends only where a span begins or on care_from.
  std::vector<absl::CivilDay> changes = {first, civilDay(elder.care_from_on())};
  for (const v1::StatusSpan& span : elder.statuses()) {
    changes.push_back(civilDay(span.from_on()));
  }
  std::sort(changes.begin(), changes.end());
  for (const absl::CivilDay day : changes) {
    if (first <= day && day <= last && inCareOn(elder, day, rules) == in_care) {
      return day;
    }
  }
  return std::nullopt;
}

std::uint32_t orDefault(std::uint32_t value, std::uint32_t fallback) {
  return value == 0 ? fallback : value;
}

}  // namespace

v1::RuleSet defaultRules() {
  v1::RuleSet rules;
  // The eight kinds of Fengman (domain.md §2): the six of 民发〔2022〕73号 and two more.
  for (int kind = v1::ELDER_KIND_LIVING_ALONE; kind <= v1::ELDER_KIND_FAMILY_PLANNING_SPECIAL; ++kind) {
    rules.add_priority_kinds(static_cast<v1::ElderKind>(kind));
  }
  rules.set_same_contact_minutes(30);
  rules.set_away_expires_days(60);
  rules.set_short_institution_days(30);
  rules.set_first_visit_days(14);
  rules.set_freeze_day(6);
  rules.set_backdate_days(7);
  rules.set_ladder_a_supervisor_minutes(120);
  rules.set_ladder_a_community_minutes(240);
  rules.set_ladder_c_second_try_days(3);
  return rules;
}

v1::RuleSet rulesOn(const v1::DistrictRules& rules, absl::CivilDay day) {
  v1::RuleSet fallback = defaultRules();
  const v1::RuleSet* found = spanOn(rules.rule_sets(), day);
  if (found == nullptr) {
    return fallback;
  }
  v1::RuleSet set = *found;
  if (set.priority_kinds().empty()) {
    *set.mutable_priority_kinds() = fallback.priority_kinds();
  }
  set.set_same_contact_minutes(orDefault(set.same_contact_minutes(), fallback.same_contact_minutes()));
  set.set_away_expires_days(orDefault(set.away_expires_days(), fallback.away_expires_days()));
  set.set_short_institution_days(orDefault(set.short_institution_days(), fallback.short_institution_days()));
  set.set_first_visit_days(orDefault(set.first_visit_days(), fallback.first_visit_days()));
  set.set_freeze_day(orDefault(set.freeze_day(), fallback.freeze_day()));
  set.set_backdate_days(orDefault(set.backdate_days(), fallback.backdate_days()));
  set.set_ladder_a_supervisor_minutes(
      orDefault(set.ladder_a_supervisor_minutes(), fallback.ladder_a_supervisor_minutes()));
  set.set_ladder_a_community_minutes(
      orDefault(set.ladder_a_community_minutes(), fallback.ladder_a_community_minutes()));
  set.set_ladder_c_second_try_days(orDefault(set.ladder_c_second_try_days(), fallback.ladder_c_second_try_days()));
  return set;
}

v1::Tier tierOn(const v1::Elder& elder, absl::CivilDay day) {
  const v1::TierSpan* span = spanOn(elder.tiers(), day);
  return span == nullptr || span->tier() == v1::TIER_UNSPECIFIED ? v1::TIER_C : span->tier();
}

std::set<v1::ElderKind> kindsOn(const v1::Elder& elder, absl::CivilDay day) {
  std::set<v1::ElderKind> kinds;
  if (const v1::KindsSpan* span = spanOn(elder.kinds(), day)) {
    for (const int kind : span->kinds()) {
      kinds.insert(static_cast<v1::ElderKind>(kind));
    }
  }
  return kinds;
}

bool hasPriorityKind(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules) {
  const std::set<v1::ElderKind> kinds = kindsOn(elder, day);
  return std::any_of(rules.priority_kinds().begin(), rules.priority_kinds().end(),
                     [&kinds](int kind) { return kinds.count(static_cast<v1::ElderKind>(kind)) > 0; });
}

std::string householdOn(const v1::Elder& elder, absl::CivilDay day) {
  const v1::ResidenceSpan* span = spanOn(elder.residences(), day);
  return span == nullptr ? std::string() : span->household_id();
}

std::string areaOn(const v1::Elder& elder, absl::CivilDay day, const AreaOfHousehold& area_of) {
  const std::string household = householdOn(elder, day);
  if (!household.empty()) {
    return area_of(household);
  }
  const auto& spans = elder.residences();
  const auto first = std::min_element(spans.begin(), spans.end(), [](const auto& left, const auto& right) {
    return civilDay(left.from_on()) < civilDay(right.from_on());
  });
  return first == spans.end() ? std::string() : area_of(first->household_id());
}

bool holdsOn(const v1::Assignment& assignment, absl::CivilDay day) {
  return civilDay(assignment.from_on()) <= day &&
         (!isSet(assignment.until_on()) || day <= civilDay(assignment.until_on()));
}

const v1::StatusSpan* statusSpanOn(const v1::Elder& elder, absl::CivilDay day) {
  return spanOn(elder.statuses(), day);
}

v1::CareStatus statusOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules) {
  const v1::StatusSpan* span = statusSpanOn(elder, day);
  if (span == nullptr || span->status() == v1::CARE_STATUS_UNSPECIFIED) {
    return v1::CARE_STATUS_AT_HOME;
  }
  if (span->status() == v1::CARE_STATUS_AWAY && day - civilDay(span->from_on()) >= rules.away_expires_days()) {
    return v1::CARE_STATUS_AT_HOME;
  }
  if (span->status() == v1::CARE_STATUS_INSTITUTIONALISED && isShortStay(elder, *span, rules)) {
    return v1::CARE_STATUS_HOSPITALISED;
  }
  return span->status();
}

bool confirmedAbsenceOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules) {
  const v1::CareStatus status = statusOn(elder, day, rules);
  if (status != v1::CARE_STATUS_AWAY && status != v1::CARE_STATUS_HOSPITALISED) {
    return false;
  }
  return !statusSpanOn(elder, day)->confirmed_by().empty();
}

bool isInCare(v1::CareStatus status) {
  return status == v1::CARE_STATUS_AT_HOME || status == v1::CARE_STATUS_AWAY || status == v1::CARE_STATUS_HOSPITALISED;
}

bool inCareOn(const v1::Elder& elder, absl::CivilDay day, const v1::RuleSet& rules) {
  return isSet(elder.care_from_on()) && civilDay(elder.care_from_on()) <= day && isInCare(statusOn(elder, day, rules));
}

std::optional<absl::CivilDay> firstDayInCare(const v1::Elder& elder, absl::CivilDay first, absl::CivilDay last,
                                             const v1::RuleSet& rules) {
  return firstDayWith(true, elder, first, last, rules);
}

std::optional<absl::CivilDay> firstDayOutOfCare(const v1::Elder& elder, absl::CivilDay first, absl::CivilDay last,
                                                const v1::RuleSet& rules) {
  return firstDayWith(false, elder, first, last, rules);
}

}  // namespace doorstep::care
