#pragma once

#include <optional>
#include <span>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"

// When an elder is due (domain.md §5, cadence): tier A weekly, Monday to Sunday, in the month of
// its Sunday, and if tier A at S one IN_PERSON slot a month; B 1–15 and 16–end; C once a month; a
// first visit within first_visit_days of care_from, in the month of its last day. Pure.
//
// The tier at a slot's first day decides. A slot is for elders in care on its first day; one that
// lasts the month also for those whose care begins before S, and then begins with it. Open slots
// run on when the tier changes and are cancelled when care ends. One contact fills one slot of each
// kind, the one that ends first. Elders without any kind and tier (who only get meals) have none.
namespace doorstep::care {

// A qualifying contact with one elder: its day in the district's zone and how it was made.
struct QualifyingContact {
  absl::CivilDay on;
  v1::ContactMode mode;
};

enum class SlotKind { kContact, kInPerson, kFirstVisit };

struct Slot {
  SlotKind kind;
  absl::CivilDay first;
  absl::CivilDay last;  // inclusive
  bool satisfied;
};

// All slots of a month with what became of them, by last day. `contacts` in any order, also outside
// the month (a week may begin before it). Slots that end before the district went live are not due.
std::vector<Slot> slotsOf(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                          const v1::DistrictRules& rules, absl::CivilMonth month);
// Of the running month those that have begun; before S, today's tier decides about the IN_PERSON slot.
std::vector<Slot> slotsBegun(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                             const v1::DistrictRules& rules, absl::CivilMonth month, absl::CivilDay today);

struct Due {
  absl::CivilDay from;   // the open slot's first day
  absl::CivilDay until;  // its last day
  int days_left;         // negative: overdue by so many days
  bool in_person;        // only a visit in person satisfies it
};

// The most pressing open slot as seen on `today`, or nothing when all is done or the elder is not
// in care. A slot missed in the running or the last month stays overdue until the next contact.
std::optional<Due> dueOn(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                         const v1::DistrictRules& rules, absl::CivilDay today);

}  // namespace doorstep::care
