#pragma once

#include <optional>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "app/store/local_rules.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Works out which contacts of a household's visits stand and count: corrections, confirmed absences
// and merged elders by the rules of sync/care, for lists that cannot read every visit; and what the
// visits left open: promises, and proposals about an elder's whereabouts.
class ContactJudge {
 public:
  explicit ContactJudge(sqlite::Database& database) : database_(database) {}

  // Writes the household's contacts anew; adds to `elders` whom it concerns.
  absl::Status judge(const std::string& household, std::set<std::string>& elders);

 private:
  sqlite::Database& database_;
  std::optional<LocalRules> local_;  // read once
};

}  // namespace doorstep::store
