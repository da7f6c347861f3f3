#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "sync/care/figures.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What one fact adds, in which month.
struct Contribution {
  std::int64_t month = 0;
  care::Contributions by_area;
};
// DATA_LOSS when the fact cannot be read.
absl::StatusOr<Contribution> contributionOf(const Fact& fact);

// Sums over areas and months, gathered over a commit and then added to what is kept.
class RollupDeltas {
 public:
  RollupDeltas(const Directory& directory, std::string district_id)
      : directory_(directory), district_id_(std::move(district_id)) {}

  void add(const Contribution& contribution, int sign);
  // Every area's own deltas carried to those above it. Areas that are in no tree count for the district.
  std::map<std::pair<std::string, std::int64_t>, v1::Figures> carriedUp() const;
  // Adds what is not zero to the kept rows, each with a revision of its own.
  absl::Status addTo(DistrictWriter& ledger) const;

 private:
  const Directory& directory_;
  std::string district_id_;
  std::map<std::pair<std::string, std::int64_t>, v1::Figures> own_;
};

// Makes the kept rows the sums of all kept facts: after the tree itself has changed.
absl::Status rebuildRollups(DistrictWriter& ledger, const Directory& directory, const std::string& district_id);

}  // namespace doorstep::service
