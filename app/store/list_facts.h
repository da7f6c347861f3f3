#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/risk.pb.h"
#include "sync/care/cadence.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What a list asks of every elder or household, each read by one query.
struct ListFacts {
  // Qualifying contacts that can still fill a slot of this month or the last.
  std::unordered_map<std::string, std::vector<care::QualifyingContact>> contacts;  // by elder
  std::unordered_map<std::string, v1::RiskLevel> open_risks;                       // by elder, the highest
  std::unordered_map<std::string, std::vector<std::string>> workers;               // by household, newest first
  std::unordered_set<std::string> drafts;                                          // households
  std::unordered_set<std::string> waiting;                                         // households

  static absl::StatusOr<ListFacts> load(sqlite::Database& database, absl::CivilDay today);
};

// The same for one elder and one door.
absl::StatusOr<std::vector<care::QualifyingContact>> contactsFillingSlots(sqlite::Database& database,
                                                                          const std::string& elder_id,
                                                                          absl::CivilDay today);
absl::StatusOr<std::vector<std::string>> workersOf(sqlite::Database& database, const std::string& household_id,
                                                   absl::CivilDay today);

}  // namespace doorstep::store
