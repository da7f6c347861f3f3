#pragma once

#include <optional>
#include <set>
#include <string>

#include "absl/status/statusor.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What a correction replaces.
struct CorrectedVisit {
  // The visits that correct one another and this one, itself among them.
  std::set<std::string> versions;
  std::optional<v1::Visit> before;  // the one that stood until now; nothing when it was taken back
};

// A visit that corrects none has no other version and nothing before it. The visit itself is not in
// the store yet, or is already.
absl::StatusOr<CorrectedVisit> correctedBy(sqlite::Database& database, const v1::Visit& visit);

}  // namespace doorstep::store
