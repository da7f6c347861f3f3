#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "sync/care/district_month.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/visit_corrections.h"

// The records of a district by what the figures look them up by. Internal to district_month.
namespace doorstep::care {

class RecordIndex {
 public:
  explicit RecordIndex(const DistrictRecords& records);

  // The elder that an id stands for, through merges; nullptr when there is none of this id.
  const v1::Elder* survivor(const std::string& elder_id) const;
  const std::vector<std::string>& mergedInto(const std::string& survivor_id) const;
  const std::vector<const v1::Visit*>& visitsWith(const std::string& survivor_id) const;
  const std::vector<const v1::ServiceEntryEvent*>& eventsOfEntry(const std::string& entry_id) const;
  const std::vector<const v1::RiskEvent*>& eventsOfFlag(const std::string& flag_id) const;
  const VisitCorrections& visits() const { return visits_; }

  std::string areaOfHousehold(const std::string& household_id) const;
  std::string areaOfOrganisation(const std::string& organisation_id) const;
  // The elder's area on the day; without a known elder the household's.
  std::string areaOf(const std::string& elder_id, const std::string& household_id, absl::CivilDay day) const;
  std::optional<v1::ContactRelation> relationOf(const std::string& contact_id) const;
  bool isAssigned(const std::string& household_id, absl::CivilDay day) const;

 private:
  template <typename Value>
  using ById = std::unordered_map<std::string, Value>;

  void indexElders(const DistrictRecords& records);
  void indexVisits();

  VisitCorrections visits_;
  ById<const v1::Elder*> elders_;
  ById<const v1::Elder*> survivors_;
  ById<std::vector<std::string>> merged_;
  ById<std::vector<const v1::Visit*>> visits_of_elder_;
  ById<std::vector<const v1::ServiceEntryEvent*>> events_of_entry_;
  ById<std::vector<const v1::RiskEvent*>> events_of_flag_;
  ById<std::string> area_of_household_;
  ById<std::string> area_of_organisation_;
  ById<v1::ContactRelation> relations_;
  ById<std::vector<const v1::Assignment*>> assignments_of_household_;
};

}  // namespace doorstep::care
