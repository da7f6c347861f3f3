#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/cadence.h"

// The contacts that visits had with one elder, and which of them qualify (domain.md §5, contact
// outcomes; §6, contact of a month). Pure; any thread.
namespace doorstep::care {

struct ElderContact {
  const v1::Visit* visit;
  const v1::VisitContact* contact;
  absl::Time starts_at;
  absl::CivilDay on;  // in the district's zone
  bool qualifies;
};

// The relation of a Contact on file; nothing when there is none of this id.
using RelationOfContact = std::function<std::optional<v1::ContactRelation>(const std::string& contact_id)>;

// By start, then visit id; the order of `visits` does not matter. Contacts with `merged_ids` are
// the elder's, too. A proxy qualifies when somebody on file vouched, not a neighbour, inside a
// confirmed absence; without `relation_of` whoever is named is taken to be on file.
std::vector<ElderContact> contactsOf(const v1::Elder& elder, std::span<const std::string> merged_ids,
                                     std::span<const v1::Visit* const> visits, const v1::RuleSet& rules,
                                     absl::TimeZone zone, const RelationOfContact& relation_of = nullptr);

// Those that fill slots: what slotsOf and dueOn take.
std::vector<QualifyingContact> qualifyingContacts(std::span<const ElderContact> contacts);

}  // namespace doorstep::care
