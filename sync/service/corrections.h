#pragma once

#include <string>
#include <vector>

#include "sync/service/ledger.h"

// Visits that correct one another (visit.proto): of such a group the last by service order counts,
// and none when that one voids it. Only the one that counts is found by elder and by worker.
namespace doorstep::service {

// All visits of the group a visit belongs to, in service order; just itself when nobody corrected it.
absl::StatusOr<std::vector<StoredRecord>> correctionGroup(DistrictReader& ledger, const std::string& visit_id);

// The visit that stands for this id now; empty when it was voided or is unknown.
absl::StatusOr<std::string> countingVisit(DistrictReader& ledger, const std::string& visit_id);

// The first visit of the chain of corrections that this one is part of.
absl::StatusOr<std::string> rootVisit(DistrictReader& ledger, const v1::Visit& visit);

}  // namespace doorstep::service
