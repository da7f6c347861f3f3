#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "sync/care/elder_contacts.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What sync/care asks for while it computes: areas, assignments, relations; read once a commit.
// sync/care's questions cannot fail, so an error is kept and told by status().
class FactSources {
 public:
  explicit FactSources(DistrictReader& ledger) : ledger_(ledger) {}

  std::string areaOfHousehold(const std::string& household_id);
  std::string areaOfOrganisation(const std::string& organisation_id);
  bool isAssigned(const std::string& household_id, absl::CivilDay day);
  std::optional<v1::ContactRelation> relationOf(const std::string& contact_id);
  // Null when there is none; stays as long as this object.
  const v1::Elder* survivorOf(const std::string& elder_id);
  // Of a survivor, on a day; without a known elder the household's.
  std::string areaOf(const std::string& elder_id, const std::string& household_id, absl::CivilDay day);

  const absl::Status& status() const { return status_; }

 private:
  std::optional<v1::Record> find(const std::string& id);

  DistrictReader& ledger_;
  absl::Status status_;
  std::unordered_map<std::string, std::string> area_of_household_;
  std::unordered_map<std::string, std::vector<v1::Assignment>> assignments_;
  std::unordered_map<std::string, std::optional<v1::Elder>> survivors_;
};

}  // namespace doorstep::service
