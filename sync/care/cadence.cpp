#include "sync/care/cadence.h"

#include <algorithm>
#include <tuple>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::care {
namespace {

// A slot while it is being filled: care may end inside it.
struct OpenSlot {
  Slot slot;
  std::optional<absl::CivilDay> care_ends_on;

  // The last day on which a contact still fills it.
  absl::CivilDay fillableUntil() const { return care_ends_on.value_or(slot.last); }
};

bool hasCadence(const v1::Elder& elder) {
  return !elder.kinds().empty() || !elder.tiers().empty();
}

// Lays out the slots of one month for one elder, unfilled.
class Layout {
 public:
  Layout(const v1::Elder& elder, const v1::DistrictRules& rules, absl::CivilMonth month, absl::CivilDay today)
      : elder_(elder),
        month_(month),
        reference_(std::min(referenceDay(month), today)),
        rules_(rulesOn(rules, reference_)),
        live_from_(isSet(rules.go_live_on()) ? civilDay(rules.go_live_on()) : absl::CivilDay(1, 1, 1)) {}

  std::vector<OpenSlot> slots() {
    addWeeks();
    addHalves();
    addMonth();
    addInPerson();
    addFirstVisit();
    return std::move(slots_);
  }

 private:
  void addWeeks() {
    for (absl::CivilDay monday = absl::PrevWeekday(firstDay(month_) + 1, absl::Weekday::monday);
         monday + 6 <= lastDay(month_); monday += 7) {
      if (inCareOn(elder_, monday, rules_) && tierOn(elder_, monday) == v1::TIER_A) {
        add(SlotKind::kContact, monday, monday + 6);
      }
    }
  }

  void addHalves() {
    for (const auto& [first, last] :
         {std::pair(firstDay(month_), referenceDay(month_) - 1), std::pair(referenceDay(month_), lastDay(month_))}) {
      if (inCareOn(elder_, first, rules_) && tierOn(elder_, first) == v1::TIER_B) {
        add(SlotKind::kContact, first, last);
      }
    }
  }

  void addMonth() {
    const std::optional<absl::CivilDay> first = careBeginsBeforeReference();
    if (first.has_value() && tierOn(elder_, *first) == v1::TIER_C) {
      add(SlotKind::kContact, *first, lastDay(month_));
    }
  }

  void addInPerson() {
    const std::optional<absl::CivilDay> first = careBeginsBeforeReference();
    if (first.has_value() && inCareOn(elder_, reference_, rules_) && tierOn(elder_, reference_) == v1::TIER_A) {
      add(SlotKind::kInPerson, *first, lastDay(month_));
    }
  }

  void addFirstVisit() {
    const absl::CivilDay first = civilDay(elder_.care_from_on());
    const absl::CivilDay last = first + rules_.first_visit_days();
    if (isSet(elder_.care_from_on()) && absl::CivilMonth(last) == month_ && inCareOn(elder_, first, rules_)) {
      add(SlotKind::kFirstVisit, first, last);
    }
  }

  std::optional<absl::CivilDay> careBeginsBeforeReference() const {
    return firstDayInCare(elder_, firstDay(month_), referenceDay(month_) - 1, rules_);
  }

  void add(SlotKind kind, absl::CivilDay first, absl::CivilDay last) {
    if (last >= live_from_) {
      slots_.push_back({{kind, first, last, false}, firstDayOutOfCare(elder_, first, last, rules_)});
    }
  }

  const v1::Elder& elder_;
  absl::CivilMonth month_;
  absl::CivilDay reference_;
  v1::RuleSet rules_;
  absl::CivilDay live_from_;
  std::vector<OpenSlot> slots_;
};

bool fills(const QualifyingContact& contact, SlotKind kind) {
  return kind != SlotKind::kInPerson || contact.mode == v1::CONTACT_MODE_IN_PERSON;
}

// Gives each contact, by day, to the open slot of the kind that ends first: no other choice fills more.
void fill(std::vector<OpenSlot>& slots, std::vector<QualifyingContact> contacts) {
  std::sort(contacts.begin(), contacts.end(),
            [](const QualifyingContact& left, const QualifyingContact& right) { return left.on < right.on; });
  for (const SlotKind kind : {SlotKind::kContact, SlotKind::kInPerson, SlotKind::kFirstVisit}) {
    for (const QualifyingContact& contact : contacts) {
      OpenSlot* chosen = nullptr;
      for (OpenSlot& open : slots) {
        if (open.slot.kind == kind && fills(contact, kind) && !open.slot.satisfied && open.slot.first <= contact.on &&
            contact.on <= open.fillableUntil() &&
            (chosen == nullptr || open.fillableUntil() < chosen->fillableUntil())) {
          chosen = &open;
        }
      }
      if (chosen != nullptr) {
        chosen->slot.satisfied = true;
      }
    }
  }
}

// Filled slots of the months from `first` to `last`, without those cancelled, by last day. One month
// before is laid out with them: a contact that its slots used fills no week that began in it.
std::vector<Slot> filledSlots(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                              const v1::DistrictRules& rules, absl::CivilMonth first, absl::CivilMonth last,
                              absl::CivilDay today) {
  std::vector<Slot> slots;
  if (!hasCadence(elder)) {
    return slots;
  }
  std::vector<OpenSlot> open;
  for (absl::CivilMonth month = first - 1; month <= last; ++month) {
    for (const OpenSlot& slot : Layout(elder, rules, month, today).slots()) {
      open.push_back(slot);
    }
  }
  fill(open, std::vector<QualifyingContact>(contacts.begin(), contacts.end()));
  for (const OpenSlot& candidate : open) {
    const bool cancelled = candidate.care_ends_on.has_value() && !candidate.slot.satisfied;
    if (!cancelled && absl::CivilMonth(candidate.slot.last) >= first) {
      slots.push_back(candidate.slot);
    }
  }
  std::sort(slots.begin(), slots.end(), [](const Slot& left, const Slot& right) {
    return std::tie(left.last, left.first, left.kind) < std::tie(right.last, right.first, right.kind);
  });
  return slots;
}

bool contactedAfter(const Slot& slot, std::span<const QualifyingContact> contacts, absl::CivilDay today) {
  return std::any_of(contacts.begin(), contacts.end(), [&slot, today](const QualifyingContact& contact) {
    return contact.on > slot.last && contact.on <= today && fills(contact, slot.kind);
  });
}

}  // namespace

std::vector<Slot> slotsOf(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                          const v1::DistrictRules& rules, absl::CivilMonth month) {
  return filledSlots(elder, contacts, rules, month, month, lastDay(month));
}

std::vector<Slot> slotsBegun(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                             const v1::DistrictRules& rules, absl::CivilMonth month, absl::CivilDay today) {
  std::vector<Slot> slots = filledSlots(elder, contacts, rules, month, month, today);
  std::erase_if(slots, [today](const Slot& slot) { return slot.first > today; });
  return slots;
}

std::optional<Due> dueOn(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                         const v1::DistrictRules& rules, absl::CivilDay today) {
  const absl::CivilMonth month(today);
  if (!inCareOn(elder, today, rulesOn(rules, today))) {
    return std::nullopt;
  }
  std::optional<Due> pressing;
  for (const Slot& slot : filledSlots(elder, contacts, rules, month - 1, month + 1, today)) {
    if (slot.satisfied || slot.first > today || contactedAfter(slot, contacts, today)) {
      continue;
    }
    const bool in_person = slot.kind == SlotKind::kInPerson;
    // By last day already; of two that end together the one in person, because it fills both.
    if (!pressing.has_value() || (slot.last == pressing->until && in_person)) {
      pressing = Due{slot.first, slot.last, static_cast<int>(slot.last - today), in_person};
    }
  }
  return pressing;
}

}  // namespace doorstep::care
