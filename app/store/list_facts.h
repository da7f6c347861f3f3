#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/risk.pb.h"
#include "sync/care/cadence.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

struct RunningLadder {
  v1::LadderStep next;
  std::optional<absl::Time> due_at;
};

struct ListedPromise {
  std::string elder;
  std::string what;
  std::optional<absl::CivilDay> due_on;
};

// What a list asks of every elder or household, each read by one query.
struct ListFacts {
  // Qualifying contacts that can still fill a slot of this month or the last.
  std::unordered_map<std::string, std::vector<care::QualifyingContact>> contacts;  // by elder
  std::unordered_map<std::string, v1::RiskLevel> open_risks;                       // by elder, the highest
  std::unordered_map<std::string, std::vector<std::string>> workers;               // by household, newest first
  std::unordered_map<std::string, RunningLadder> ladders;                          // by elder, the most pressing
  std::unordered_map<std::string, absl::CivilDay> rechecks;                        // by elder, the earliest
  std::unordered_map<std::string, std::vector<ListedPromise>> promises;            // by household, oldest first
  std::unordered_set<std::string> drafts;                                          // households
  std::unordered_set<std::string> waiting;                                         // households

  static absl::StatusOr<ListFacts> load(sqlite::Database& database, absl::CivilDay today);

 private:
  absl::Status loadOpen(sqlite::Database& database);
};

// The same for one elder and one door.
absl::StatusOr<std::vector<care::QualifyingContact>> contactsFillingSlots(sqlite::Database& database,
                                                                          const std::string& elder_id,
                                                                          absl::CivilDay today);
absl::StatusOr<std::vector<std::string>> workersOf(sqlite::Database& database, const std::string& household_id,
                                                   absl::CivilDay today);

}  // namespace doorstep::store
