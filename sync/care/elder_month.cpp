#include "sync/care/elder_month.h"

#include <algorithm>
#include <optional>

#include "sync/care/cadence.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/person_times.h"

namespace doorstep::care {
namespace {

struct Exit {
  absl::CivilDay on;
  v1::ExitReason reason;
};

v1::ExitReason reasonOf(v1::CareStatus status) {
  switch (status) {
    case v1::CARE_STATUS_DECEASED:
      return v1::EXIT_REASON_DECEASED;
    case v1::CARE_STATUS_MOVED_OUT:
      return v1::EXIT_REASON_MOVED_OUT;
    default:
      return v1::EXIT_REASON_INSTITUTIONALISED;
  }
}

// One computation; each step writes its part of the fact.
class Computation {
 public:
  explicit Computation(const ElderMonthInputs& inputs)
      : inputs_(inputs),
        elder_(inputs.elder),
        reference_(std::min(referenceDay(inputs.month), inputs.today)),
        rules_(rulesOn(inputs.rules, reference_)) {
    std::vector<const v1::Visit*> visits(inputs.visits.begin(), inputs.visits.end());
    visits.insert(visits.end(), inputs.earlier_visits.begin(), inputs.earlier_visits.end());
    contacts_ =
        contactsOf(elder_, inputs.merged_ids, visits, rules_, districtZone(inputs.rules.zone()), inputs.relation_of);
    std::erase_if(contacts_, [this](const ElderContact& contact) { return contact.on > lastDay(inputs_.month); });
  }

  v1::ElderMonth fact() {
    writeReference();
    writeContacts();
    if (isLive()) {
      writeExit();
      writeDenominator();
    }
    writeSlots();
    for (const v1::PersonTimes& line : personTimes(elder_, contacts_, rules_, inputs_.month, inputs_.area_of)) {
      *fact_.add_person_times() = line;
    }
    return std::move(fact_);
  }

 private:
  // Before the month in which the district went live nobody was owed a visit; what was done counts.
  bool isLive() const {
    return !inputs_.rules.has_go_live_on() || inputs_.month >= absl::CivilMonth(civilDay(inputs_.rules.go_live_on()));
  }

  void writeReference() {
    fact_.set_elder_id(elder_.id());
    *fact_.mutable_month() = toMonth(inputs_.month);
    fact_.set_area_id(areaOn(elder_, reference_, inputs_.area_of));
    fact_.set_tier(tierOn(elder_, reference_));
    for (const v1::ElderKind kind : kindsOn(elder_, reference_)) {
      fact_.add_kinds(kind);
    }
  }

  void writeContacts() {
    bool all_proxy = true;
    bool all_refused = true;
    for (const ElderContact& contact : contacts_) {
      if (!contact.qualifies) {
        continue;
      }
      *fact_.mutable_last_contact_on() = toDate(contact.on);
      if (absl::CivilMonth(contact.on) == inputs_.month) {
        fact_.set_any_contact(true);
        in_person_ = in_person_ || contact.contact->mode() == v1::CONTACT_MODE_IN_PERSON;
        all_proxy = all_proxy && contact.contact->mode() == v1::CONTACT_MODE_PROXY;
        all_refused = all_refused && isRefusal(contact.contact->outcome());
      }
    }
    proxy_only_ = fact_.any_contact() && all_proxy;
    refused_only_ = fact_.any_contact() && all_refused;
  }

  // The first time in the month that care ends, unless the elder is back before S: those D answers for.
  void writeExit() {
    exit_ = findExit();
    if (exit_.has_value() && hasPriorityKind(elder_, exit_->on, rules_)) {
      fact_.set_exit_reason(exit_->reason);
      fact_.set_exit_contacted(fact_.any_contact());
    }
  }

  std::optional<Exit> findExit() const {
    const bool in_care_at_reference = inCareOn(elder_, reference_, rules_);
    std::optional<Exit> before;
    for (absl::CivilDay day = firstDay(inputs_.month); day <= lastDay(inputs_.month);) {
      const std::optional<absl::CivilDay> begins = firstDayInCare(elder_, day - 1, lastDay(inputs_.month), rules_);
      if (!begins.has_value()) {
        break;
      }
      const std::optional<absl::CivilDay> ends = firstDayOutOfCare(elder_, *begins, lastDay(inputs_.month), rules_);
      if (!ends.has_value()) {
        break;
      }
      const Exit exit{*ends, reasonOf(statusOn(elder_, *ends, rules_))};
      if (*ends > reference_) {
        return before.has_value() && !in_care_at_reference ? before : std::optional<Exit>(exit);
      }
      before = exit;
      day = *ends + 1;
    }
    return in_care_at_reference ? std::nullopt : before;
  }

  void writeDenominator() {
    // care_from lies before S: when S has passed, the 16th itself is too late.
    const bool begun = isSet(elder_.care_from_on()) &&
                       civilDay(elder_.care_from_on()) <= std::min(inputs_.today, referenceDay(inputs_.month) - 1);
    fact_.set_in_denominator(begun && !exit_.has_value() && inCareOn(elder_, reference_, rules_) &&
                             hasPriorityKind(elder_, reference_, rules_));
    if (!fact_.in_denominator()) {
      return;
    }
    fact_.set_contacted(fact_.any_contact());
    fact_.set_contacted_in_person(in_person_);
    fact_.set_proxy_only(proxy_only_);
    fact_.set_refused_only(refused_only_);
    if (!fact_.contacted()) {
      fact_.set_missed_reason(missedReason());
    }
  }

  v1::MissedReason missedReason() const {
    if (!inputs_.assigned_on || !inputs_.assigned_on(reference_)) {
      return v1::MISSED_REASON_UNASSIGNED;
    }
    if (tried(v1::CONTACT_OUTCOME_NO_REPLY)) {
      return v1::MISSED_REASON_NO_REPLY;
    }
    // A proxy that does not qualify said so, too, and did not see the elder.
    if (tried(v1::CONTACT_OUTCOME_NOT_SEEN_SAFE) || tried(v1::CONTACT_OUTCOME_PROXY_CONFIRMED)) {
      return v1::MISSED_REASON_NOT_SEEN_SAFE;
    }
    if (tried(v1::CONTACT_OUTCOME_ABORTED_UNSAFE)) {
      return v1::MISSED_REASON_ABORTED_UNSAFE;
    }
    return statusOn(elder_, reference_, rules_) == v1::CARE_STATUS_AT_HOME ? v1::MISSED_REASON_NOT_TRIED
                                                                           : v1::MISSED_REASON_AWAY;
  }

  bool tried(v1::ContactOutcome outcome) const {
    return std::any_of(contacts_.begin(), contacts_.end(), [this, outcome](const ElderContact& contact) {
      return contact.contact->outcome() == outcome && absl::CivilMonth(contact.on) == inputs_.month;
    });
  }

  void writeSlots() {
    for (const Slot& slot :
         slotsBegun(elder_, qualifyingContacts(contacts_), inputs_.rules, inputs_.month, inputs_.today)) {
      fact_.set_slots_due(fact_.slots_due() + 1);
      fact_.set_slots_satisfied(fact_.slots_satisfied() + (slot.satisfied ? 1 : 0));
    }
  }

  const ElderMonthInputs& inputs_;
  const v1::Elder& elder_;
  absl::CivilDay reference_;
  v1::RuleSet rules_;
  std::vector<ElderContact> contacts_;  // up to the month's end, by start
  std::optional<Exit> exit_;
  bool in_person_ = false;
  bool proxy_only_ = false;
  bool refused_only_ = false;
  v1::ElderMonth fact_;
};

}  // namespace

v1::ElderMonth elderMonth(const ElderMonthInputs& inputs) {
  return Computation(inputs).fact();
}

}  // namespace doorstep::care
