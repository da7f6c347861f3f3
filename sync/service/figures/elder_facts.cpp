#include "sync/service/figures/elder_facts.h"

#include <algorithm>
#include <deque>
#include <set>

#include "sync/care/calendar.h"
#include "sync/care/elder_month.h"
#include "sync/outside/attempt.h"
#include "sync/replication/brief_visit.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"
#include "sync/service/touched.h"

namespace doorstep::service {
namespace {

class ElderFacts {
 public:
  ElderFacts(const ElderFactInputs& inputs, const v1::Elder& elder)
      : inputs_(inputs),
        elder_(elder),
        zone_(care::districtZone(inputs.rules.current().zone())),
        running_(monthNumber(absl::CivilMonth(inputs.evaluated_on))) {}

  absl::StatusOr<std::vector<v1::ElderMonth>> from(std::int64_t from_month) {
    DOORSTEP_ASSIGN(ids_, withMerged(inputs_.ledger, elder_.id()));
    const bool all = from_month == Touched::kAllMonths;
    const std::int64_t load_from = all ? std::numeric_limits<std::int64_t>::min() : firstDayNeeded(from_month);
    DOORSTEP_TRY(load(load_from, std::numeric_limits<std::int64_t>::max()));
    const std::set<std::int64_t> months = monthsFrom(from_month);
    if (months.empty()) {
      return std::vector<v1::ElderMonth>();
    }
    if (!all && !fact(*months.begin()).has_last_contact_on()) {
      // The last contact lies further back than anything else that the facts need.
      DOORSTEP_TRY(load(std::numeric_limits<std::int64_t>::min(), load_from - 1));
    }
    std::vector<v1::ElderMonth> facts;
    for (const std::int64_t month : months) {
      const bool before = isBeforeGoLive(inputs_.rules.at(month), monthOfNumber(month));
      facts.push_back(before ? withoutDues(fact(month)) : fact(month));
    }
    return facts;
  }

 private:
  // Slots of the month before are laid out, too (care/cadence.h), a week before it may begin; and a
  // first visit may be due from care_from.
  std::int64_t firstDayNeeded(std::int64_t month) const {
    const absl::CivilDay first(monthOfNumber(month - 1));
    const absl::CivilDay care_from = care::civilDay(elder_.care_from_on());
    const bool first_visit =
        care_from + care::rulesOn(inputs_.rules.current(), inputs_.evaluated_on).first_visit_days() >= first;
    return dayNumber(first_visit ? std::min(first - 7, care_from) : first - 7);
  }

  absl::Status load(std::int64_t from_day, std::int64_t until_day) {
    for (const std::string& id : ids_) {
      DOORSTEP_TRY(inputs_.ledger.forEachFound(
          {Index::kVisitOfElder, id, from_day, until_day},
          [this](std::string_view visit_id, std::string_view encoded) { return take(visit_id, encoded); }));
    }
    pointers_.clear();
    for (const v1::Visit& visit : visits_) {
      pointers_.push_back(&visit);
    }
    return absl::OkStatus();
  }

  // One visit may have met two people who are one by now.
  absl::Status take(std::string_view visit_id, std::string_view encoded) {
    if (ids_.size() > 1 && !known_.emplace(visit_id).second) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(visits_.emplace_back(), replication::visitForFigures(encoded));
    return absl::OkStatus();
  }

  std::set<std::int64_t> monthsFrom(std::int64_t from_month) const {
    std::int64_t first = monthNumber(absl::CivilMonth(care::civilDay(elder_.care_from_on())));
    first = std::max(first, inputs_.rules.firstLive().value_or(first));
    std::set<std::int64_t> months;
    for (std::int64_t month = std::max(first, from_month); month <= running_; ++month) {
      months.insert(month);
    }
    for (const v1::Visit* visit : pointers_) {
      const std::int64_t month = monthNumber(absl::CivilMonth(care::dayOf(visit->started_at(), zone_)));
      if (month >= from_month && month <= running_) {
        months.insert(month);
      }
    }
    return months;
  }

  v1::ElderMonth fact(std::int64_t month) const {
    FactSources& sources = inputs_.sources;
    return care::elderMonth({
        .elder = elder_,
        .visits = pointers_,
        .merged_ids = std::span(ids_).subspan(1),
        .earlier_visits = {},
        .area_of = [&sources](const std::string& household) { return sources.areaOfHousehold(household); },
        .assigned_on =
            [this, &sources](absl::CivilDay day) { return sources.isAssigned(care::householdOn(elder_, day), day); },
        .rules = inputs_.rules.at(month),
        .month = monthOfNumber(month),
        .today = inputs_.evaluated_on,
        .relation_of = [&sources](const std::string& contact) { return sources.relationOf(contact); },
    });
  }

  const ElderFactInputs& inputs_;
  const v1::Elder& elder_;
  absl::TimeZone zone_;
  std::int64_t running_;
  std::vector<std::string> ids_;  // the elder's own first
  std::set<std::string> known_;
  std::deque<v1::Visit> visits_;
  std::vector<const v1::Visit*> pointers_;
};

}  // namespace

absl::StatusOr<std::vector<v1::ElderMonth>> elderMonths(const ElderFactInputs& inputs, const v1::Elder& elder,
                                                        std::int64_t from_month) {
  return ElderFacts(inputs, elder).from(from_month);
}

v1::ElderMonth withoutDues(const v1::ElderMonth& fact) {
  v1::ElderMonth kept;
  kept.set_elder_id(fact.elder_id());
  *kept.mutable_month() = fact.month();
  kept.set_area_id(fact.area_id());
  *kept.mutable_person_times() = fact.person_times();
  kept.set_any_contact(fact.any_contact());
  if (fact.has_last_contact_on()) {
    *kept.mutable_last_contact_on() = fact.last_contact_on();
  }
  return kept;
}

bool isBeforeGoLive(const v1::DistrictRules& rules, absl::CivilMonth month) {
  return rules.has_go_live_on() && month < absl::CivilMonth(care::civilDay(rules.go_live_on()));
}

}  // namespace doorstep::service
