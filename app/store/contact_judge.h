#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "app/store/local_rules.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/elder_contacts.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Works out which contacts of a household's visits stand and count: corrections, confirmed absences
// and merged elders by the rules of sync/care, for lists that cannot read every visit; and what the
// visits left open: promises, and proposals about an elder's whereabouts.
class ContactJudge {
 public:
  explicit ContactJudge(sqlite::Database& database) : database_(database) {}

  // All contacts of a household: what differs from before is written. Adds to `elders` whom it concerns.
  absl::Status judge(const std::string& household, std::set<std::string>& elders);
  // One visit that is new, corrects nothing and is not corrected, promises nothing and keeps no promise: those of
  // its household that were judged before stand as they are.
  absl::Status add(const v1::Visit& visit, std::set<std::string>& elders);

 private:
  absl::Status prepare();
  care::RelationOfContact relationsOf(const std::string& household);
  absl::StatusOr<const v1::Elder*> elder(const std::string& id);  // null: not in this device's scope

  sqlite::Database& database_;
  std::optional<LocalRules> local_;                          // read once
  std::map<std::string, std::optional<v1::Record>> elders_;  // likewise
  absl::Status relations_;                                   // why the people to ring could not be read
};

}  // namespace doorstep::store
