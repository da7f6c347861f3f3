#pragma once

#include <optional>
#include <span>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"

// When an elder is due (domain.md §5, cadence): tier A weekly, Monday to Sunday, in the month of
// its Sunday, and if tier A at S one IN_PERSON slot a month; B 1–15 and 16–end; C once a month.
// The tier at a slot's first day decides; leaving care cancels open slots. Pure.
namespace doorstep::care {

// A qualifying contact with one elder: its day in the district's zone and how it was made.
struct QualifyingContact {
  absl::CivilDay on;
  v1::ContactMode mode;
};

enum class SlotKind { kContact, kInPerson };

struct Slot {
  SlotKind kind;
  absl::CivilDay first;
  absl::CivilDay last;  // inclusive
  bool satisfied;
};

// All slots of a month with what became of them. `contacts` in any order, also outside the month
// (a week may begin before it). Slots that end before the district went live are not due.
std::vector<Slot> slotsOf(const v1::Elder& elder, std::span<const QualifyingContact> contacts,
                          const v1::DistrictRules& rules, absl::CivilMonth month);

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
