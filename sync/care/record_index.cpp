#include "sync/care/record_index.h"

#include <algorithm>

#include "sync/care/calendar.h"

namespace doorstep::care {
namespace {

template <typename Value>
const Value& findOrEmpty(const std::unordered_map<std::string, Value>& map, const std::string& id) {
  static const Value empty{};
  const auto found = map.find(id);
  return found == map.end() ? empty : found->second;
}

}  // namespace

RecordIndex::RecordIndex(const DistrictRecords& records) : visits_(records.visits) {
  indexElders(records);
  indexVisits();
  for (const v1::ServiceEntryEvent* event : records.service_entry_events) {
    events_of_entry_[event->entry_id()].push_back(event);
  }
  for (const v1::RiskEvent* event : records.risk_events) {
    events_of_flag_[event->flag_id()].push_back(event);
  }
  for (const v1::Household* household : records.households) {
    area_of_household_[household->id()] = household->area_id();
  }
  for (const v1::Organisation* organisation : records.organisations) {
    area_of_organisation_[organisation->id()] = organisation->area_id();
  }
  for (const v1::Contact* contact : records.contacts) {
    relations_[contact->id()] = contact->relation();
  }
  for (const v1::Assignment* assignment : records.assignments) {
    assignments_of_household_[assignment->household_id()].push_back(assignment);
  }
}

void RecordIndex::indexElders(const DistrictRecords& records) {
  for (const v1::Elder* elder : records.elders) {
    elders_[elder->id()] = elder;
  }
  for (const v1::Elder* elder : records.elders) {
    const v1::Elder* at = elder;
    // No more steps than elders: a circle of merges leaves everybody in it standing.
    for (std::size_t steps = 0; steps <= records.elders.size() && !at->merged_into().empty(); ++steps) {
      const auto next = elders_.find(at->merged_into());
      if (next == elders_.end()) {
        break;
      }
      at = next->second;
    }
    const bool merged = at->merged_into().empty() && at != elder;
    survivors_[elder->id()] = merged ? at : elder;
    if (merged) {
      merged_[at->id()].push_back(elder->id());
    }
  }
}

void RecordIndex::indexVisits() {
  for (const v1::Visit* visit : visits_.counting()) {
    for (const v1::VisitContact& contact : visit->contacts()) {
      const v1::Elder* elder = survivor(contact.elder_id());
      if (elder == nullptr) {
        continue;
      }
      std::vector<const v1::Visit*>& visits = visits_of_elder_[elder->id()];
      if (visits.empty() || visits.back() != visit) {
        visits.push_back(visit);
      }
    }
  }
}

const v1::Elder* RecordIndex::survivor(const std::string& elder_id) const {
  return findOrEmpty(survivors_, elder_id);
}

const std::vector<std::string>& RecordIndex::mergedInto(const std::string& survivor_id) const {
  return findOrEmpty(merged_, survivor_id);
}

const std::vector<const v1::Visit*>& RecordIndex::visitsWith(const std::string& survivor_id) const {
  return findOrEmpty(visits_of_elder_, survivor_id);
}

const std::vector<const v1::ServiceEntryEvent*>& RecordIndex::eventsOfEntry(const std::string& entry_id) const {
  return findOrEmpty(events_of_entry_, entry_id);
}

const std::vector<const v1::RiskEvent*>& RecordIndex::eventsOfFlag(const std::string& flag_id) const {
  return findOrEmpty(events_of_flag_, flag_id);
}

std::string RecordIndex::areaOfHousehold(const std::string& household_id) const {
  return findOrEmpty(area_of_household_, household_id);
}

std::string RecordIndex::areaOfOrganisation(const std::string& organisation_id) const {
  return findOrEmpty(area_of_organisation_, organisation_id);
}

std::string RecordIndex::areaOf(const std::string& elder_id, const std::string& household_id,
                                absl::CivilDay day) const {
  const v1::Elder* elder = survivor(elder_id);
  const std::string area = elder == nullptr ? std::string() : areaOn(*elder, day, [this](const std::string& household) {
    return areaOfHousehold(household);
  });
  return area.empty() ? areaOfHousehold(household_id) : area;
}

std::optional<v1::ContactRelation> RecordIndex::relationOf(const std::string& contact_id) const {
  const auto found = relations_.find(contact_id);
  return found == relations_.end() ? std::nullopt : std::optional(found->second);
}

bool RecordIndex::isAssigned(const std::string& household_id, absl::CivilDay day) const {
  const std::vector<const v1::Assignment*>& assignments = findOrEmpty(assignments_of_household_, household_id);
  return std::any_of(assignments.begin(), assignments.end(),
                     [day](const v1::Assignment* assignment) { return holdsOn(*assignment, day); });
}

}  // namespace doorstep::care
