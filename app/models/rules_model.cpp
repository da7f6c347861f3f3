#include "app/models/rules_model.h"

#include <algorithm>

#include "app/models/erase_if.h"
#include "app/models/models.h"
#include "app/models/typed_day.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

QString keyOf(absl::CivilDay day) {
  return QString::fromStdString(absl::FormatCivilTime(day));
}

RuleSetEntry entryOf(const v1::RuleSet& set) {
  RuleSetEntry entry;
  entry.from = momentOf(care::civilDay(set.from_on()));
  entry.key = keyOf(care::civilDay(set.from_on()));
  for (const int kind : set.priority_kinds())
    entry.kinds << kind;
  entry.same_contact_minutes = static_cast<int>(set.same_contact_minutes());
  entry.away_expires_days = static_cast<int>(set.away_expires_days());
  entry.short_institution_days = static_cast<int>(set.short_institution_days());
  entry.first_visit_days = static_cast<int>(set.first_visit_days());
  entry.count_remote_monitoring = set.count_remote_monitoring();
  entry.freeze_day = static_cast<int>(set.freeze_day());
  entry.freeze_waits = set.freeze_waits_for_working_day();
  entry.backdate_days = static_cast<int>(set.backdate_days());
  entry.ladder_supervisor_minutes = static_cast<int>(set.ladder_a_supervisor_minutes());
  entry.ladder_community_minutes = static_cast<int>(set.ladder_a_community_minutes());
  entry.ladder_second_try_days = static_cast<int>(set.ladder_c_second_try_days());
  return entry;
}

// What a set says, with the shipped defaults where it says nothing.
v1::RuleSet filledIn(const v1::RuleSet& set) {
  v1::DistrictRules alone;
  *alone.add_rule_sets() = set;
  return care::rulesOn(alone, care::civilDay(set.from_on()));
}

std::vector<RuleSetEntry> entriesOf(const v1::DistrictRules& rules, absl::CivilDay today) {
  std::vector<RuleSetEntry> entries;
  for (const v1::RuleSet& set : rules.rule_sets()) {
    const absl::CivilDay from = care::civilDay(set.from_on());
    if (!entries.empty())
      entries.back().until = momentOf(from - 1);
    entries.push_back(entryOf(filledIn(set)));
    entries.back().future = from > today;
  }
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (!entry->future) {
      entry->current = true;
      break;
    }
  }
  std::reverse(entries.begin(), entries.end());
  return entries;
}

std::vector<CalendarDay> calendarOf(const v1::DistrictRules& rules) {
  std::vector<CalendarDay> days;
  const auto add = [&days](const v1::Date& date, bool working) {
    CalendarDay day;
    day.day = momentOf(care::civilDay(date));
    day.key = keyOf(care::civilDay(date));
    day.working = working;
    days.push_back(std::move(day));
  };
  for (const v1::Date& date : rules.extra_holidays())
    add(date, false);
  for (const v1::Date& date : rules.extra_working_days())
    add(date, true);
  std::sort(days.begin(), days.end(), [](const auto& left, const auto& right) { return left.key < right.key; });
  return days;
}

}  // namespace

RulesModel::RulesModel(Desk& desk) : DeedModel(desk) {
  connect(&desk, &Desk::opened, this, &RulesModel::readAgain);
  connect(&desk, &Desk::sessionChanged, this, &RulesModel::readAgain);
  connect(&desk, &Desk::dayChanged, this, &RulesModel::readAgain);
}

RulesModel* RulesModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).rules;
}

bool RulesModel::mayEdit() const {
  const std::vector<v1::Role>& roles = desk().session().roles;
  return std::find(roles.begin(), roles.end(), v1::ROLE_DISTRICT_STAFF) != roles.end();
}

Moment RulesModel::goLive() const {
  return care::isSet(rules_.go_live_on()) ? momentOf(care::civilDay(rules_.go_live_on())) : Moment();
}

bool RulesModel::goLivePassed() const {
  return care::isSet(rules_.go_live_on()) && care::civilDay(rules_.go_live_on()) <= desk().today();
}

void RulesModel::readAgain() {
  if (!desk().isOpen()) {
    rules_.Clear();
    discardDraft();
  } else {
    rules_ = desk().session().rules;
  }
  sets_.replace(entriesOf(rules_, desk().today()));
  days_.replace(calendarOf(rules_));
  setProgress(desk().isOpen() ? Progress::Ready : Progress::Loading);
  emit changed();
}

RuleSetEntry RulesModel::draft() const {
  return entryOf(draft_);
}

void RulesModel::beginDraft() {
  const absl::CivilDay today = desk().today();
  const int last = rules_.rule_sets_size() - 1;
  const bool coming = last >= 0 && care::civilDay(rules_.rule_sets(last).from_on()) > today;
  draft_ = coming ? filledIn(rules_.rule_sets(last)) : care::rulesOn(rules_, today);
  if (!coming)
    *draft_.mutable_from_on() = care::toDate(today + 1);
  drafting_ = true;
  emit draftChanged();
}

void RulesModel::discardDraft() {
  drafting_ = false;
  draft_.Clear();
  emit draftChanged();
}

bool RulesModel::setDraftFrom(const QString& day) {
  const auto typed = typedDay(day, desk().today());
  if (!typed || *typed <= desk().today())
    return false;
  *draft_.mutable_from_on() = care::toDate(*typed);
  emit draftChanged();
  return true;
}

void RulesModel::setNumber(Switch which, int value) {
  const auto number = static_cast<std::uint32_t>(std::max(1, value));
  switch (which) {
    case Switch::SameContactMinutes:
      draft_.set_same_contact_minutes(number);
      break;
    case Switch::AwayExpiresDays:
      draft_.set_away_expires_days(number);
      break;
    case Switch::ShortInstitutionDays:
      draft_.set_short_institution_days(number);
      break;
    case Switch::FirstVisitDays:
      draft_.set_first_visit_days(number);
      break;
    case Switch::FreezeDay:
      draft_.set_freeze_day(number);
      break;
    case Switch::BackdateDays:
      draft_.set_backdate_days(number);
      break;
    case Switch::LadderSupervisorMinutes:
      draft_.set_ladder_a_supervisor_minutes(number);
      break;
    case Switch::LadderCommunityMinutes:
      draft_.set_ladder_a_community_minutes(number);
      break;
    case Switch::LadderSecondTryDays:
      draft_.set_ladder_c_second_try_days(number);
      break;
  }
  emit draftChanged();
}

void RulesModel::toggleKind(int kind) {
  auto* kinds = draft_.mutable_priority_kinds();
  if (const auto place = std::find(kinds->begin(), kinds->end(), kind); place == kinds->end())
    kinds->Add(kind);
  else if (kinds->size() > 1)  // nobody at all would be counted
    kinds->erase(place);
  std::sort(kinds->begin(), kinds->end());
  emit draftChanged();
}

void RulesModel::setCountRemoteMonitoring(bool counts) {
  draft_.set_count_remote_monitoring(counts);
  emit draftChanged();
}

void RulesModel::setFreezeWaits(bool waits) {
  draft_.set_freeze_waits_for_working_day(waits);
  emit draftChanged();
}

void RulesModel::saveDraft() {
  v1::DistrictRules after = rules_;
  const absl::CivilDay today = desk().today();
  // What was to begin and never did is replaced: of days to come there is one plan.
  eraseIf(after.mutable_rule_sets(), [&](const v1::RuleSet& set) { return care::civilDay(set.from_on()) > today; });
  *after.add_rule_sets() = draft_;
  save(after);
}

bool RulesModel::setGoLive(const QString& day) {
  const auto typed = typedDay(day, desk().today());
  if (!typed || goLivePassed())
    return false;
  v1::DistrictRules after = rules_;
  *after.mutable_go_live_on() = care::toDate(*typed);
  save(after);
  return true;
}

bool RulesModel::addDay(const QString& day, bool working) {
  const auto typed = typedDay(day, desk().today());
  if (!typed)
    return false;
  v1::DistrictRules after = rules_;
  const auto is_day = [&](const v1::Date& date) { return care::civilDay(date) == *typed; };
  eraseIf(after.mutable_extra_holidays(), is_day);
  eraseIf(after.mutable_extra_working_days(), is_day);
  *(working ? after.add_extra_working_days() : after.add_extra_holidays()) = care::toDate(*typed);
  save(after);
  return true;
}

void RulesModel::removeDay(const QString& key) {
  v1::DistrictRules after = rules_;
  const auto is_day = [&](const v1::Date& date) { return keyOf(care::civilDay(date)) == key; };
  eraseIf(after.mutable_extra_holidays(), is_day);
  eraseIf(after.mutable_extra_working_days(), is_day);
  save(after);
}

void RulesModel::save(const v1::DistrictRules& after) {
  if (!known() || !begin())
    return;
  v1::Record was;
  v1::Record is;
  *was.mutable_district_rules() = rules_;
  *is.mutable_district_rules() = after;
  carryOut([was, is](store::Recorder& recorder) { return recorder.edit(was, is); },
           [this, after] {
             rules_ = after;
             drafting_ = false;
             sets_.replace(entriesOf(rules_, desk().today()));
             days_.replace(calendarOf(rules_));
             emit changed();
             emit draftChanged();
           });
}

}  // namespace doorstep::models
