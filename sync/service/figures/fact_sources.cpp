#include "sync/service/figures/fact_sources.h"

#include <algorithm>

#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"
#include "sync/service/merges.h"

namespace doorstep::service {

std::optional<v1::Record> FactSources::find(const std::string& id) {
  const auto stored = ledger_.record(id);
  if (!stored.ok() || !stored->has_value()) {
    status_.Update(stored.status());
    return std::nullopt;
  }
  auto record = decoded(**stored);
  status_.Update(record.status());
  return record.ok() ? std::optional(*std::move(record)) : std::nullopt;
}

std::string FactSources::areaOfHousehold(const std::string& household_id) {
  const auto known = area_of_household_.find(household_id);
  if (known != area_of_household_.end()) {
    return known->second;
  }
  const auto record = find(household_id);
  return area_of_household_[household_id] = record.has_value() ? record->household().area_id() : std::string();
}

std::string FactSources::areaOfOrganisation(const std::string& organisation_id) {
  const auto record = find(organisation_id);
  return record.has_value() ? record->organisation().area_id() : std::string();
}

bool FactSources::isAssigned(const std::string& household_id, absl::CivilDay day) {
  auto known = assignments_.find(household_id);
  if (known == assignments_.end()) {
    known = assignments_.emplace(household_id, std::vector<v1::Assignment>()).first;
    const auto stored = ledger_.find({Index::kAssignmentOfHousehold, household_id});
    status_.Update(stored.status());
    for (const StoredRecord& row : stored.ok() ? *stored : std::vector<StoredRecord>()) {
      const auto record = decoded(row);
      status_.Update(record.status());
      if (record.ok()) {
        known->second.push_back(record->assignment());
      }
    }
  }
  return std::any_of(known->second.begin(), known->second.end(),
                     [day](const v1::Assignment& assignment) { return care::holdsOn(assignment, day); });
}

std::optional<v1::ContactRelation> FactSources::relationOf(const std::string& contact_id) {
  const auto record = find(contact_id);
  return record.has_value() && record->has_contact() ? std::optional(record->contact().relation()) : std::nullopt;
}

const v1::Elder* FactSources::survivorOf(const std::string& elder_id) {
  auto known = survivors_.find(elder_id);
  if (known == survivors_.end()) {
    auto found = survivor(ledger_, elder_id);
    status_.Update(found.status());
    known = survivors_.emplace(elder_id, found.ok() ? *std::move(found) : std::nullopt).first;
  }
  return known->second.has_value() ? &*known->second : nullptr;
}

std::string FactSources::areaOf(const std::string& elder_id, const std::string& household_id, absl::CivilDay day) {
  const v1::Elder* elder = survivorOf(elder_id);
  const std::string area =
      elder != nullptr ? care::areaOn(*elder, day, [this](const std::string& id) { return areaOfHousehold(id); })
                       : std::string();
  return area.empty() ? areaOfHousehold(household_id) : area;
}

}  // namespace doorstep::service
