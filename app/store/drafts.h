#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/draft.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Visits that were begun and not saved, one a household. Never sent.
class Drafts {
 public:
  explicit Drafts(sqlite::Database& database) : database_(database) {}

  absl::Status keep(const v1::VisitDraft& draft);
  absl::Status discard(const std::string& household);
  absl::StatusOr<std::optional<v1::VisitDraft>> of(const std::string& household);
  absl::StatusOr<std::vector<v1::VisitDraft>> all();  // the one changed last first

 private:
  sqlite::Database& database_;
};

}  // namespace doorstep::store
