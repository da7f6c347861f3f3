#include "sync/care/elder_contacts.h"

#include <algorithm>
#include <tuple>

#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/elder_history.h"

namespace doorstep::care {
namespace {

bool mayVouch(const std::string& contact_id, const RelationOfContact& relation_of) {
  if (contact_id.empty()) {
    return false;
  }
  if (!relation_of) {
    return true;
  }
  const std::optional<v1::ContactRelation> relation = relation_of(contact_id);
  return relation.has_value() && *relation != v1::CONTACT_RELATION_NEIGHBOUR;
}

bool qualifies(const v1::VisitContact& contact, const v1::Elder& elder, absl::CivilDay on, const v1::RuleSet& rules,
               const RelationOfContact& relation_of) {
  if (!isValidPair(contact.mode(), contact.outcome()) ||
      !isQualifying(contact.outcome(), rules.count_remote_monitoring())) {
    return false;
  }
  return contact.outcome() != v1::CONTACT_OUTCOME_PROXY_CONFIRMED ||
         (mayVouch(contact.proxy_contact_id(), relation_of) && confirmedAbsenceOn(elder, on, rules));
}

}  // namespace

std::vector<ElderContact> contactsOf(const v1::Elder& elder, std::span<const std::string> merged_ids,
                                     std::span<const v1::Visit* const> visits, const v1::RuleSet& rules,
                                     absl::TimeZone zone, const RelationOfContact& relation_of) {
  std::vector<ElderContact> contacts;
  for (const v1::Visit* visit : visits) {
    const absl::Time starts_at = toTime(visit->started_at());
    const absl::CivilDay on = dayOf(starts_at, zone);
    for (const v1::VisitContact& contact : visit->contacts()) {
      if (contact.elder_id() == elder.id() ||
          std::find(merged_ids.begin(), merged_ids.end(), contact.elder_id()) != merged_ids.end()) {
        contacts.push_back({visit, &contact, starts_at, on, qualifies(contact, elder, on, rules, relation_of)});
      }
    }
  }
  std::stable_sort(contacts.begin(), contacts.end(), [](const ElderContact& left, const ElderContact& right) {
    return std::tie(left.starts_at, left.visit->id()) < std::tie(right.starts_at, right.visit->id());
  });
  return contacts;
}

std::vector<QualifyingContact> qualifyingContacts(std::span<const ElderContact> contacts) {
  std::vector<QualifyingContact> qualifying;
  for (const ElderContact& contact : contacts) {
    if (contact.qualifies) {
      qualifying.push_back({contact.on, contact.contact->mode()});
    }
  }
  return qualifying;
}

}  // namespace doorstep::care
