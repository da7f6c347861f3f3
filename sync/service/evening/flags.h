#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/risk.pb.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/working_days.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// A flag, restricted or not, and what its events have made of it.
struct FoldedFlag {
  v1::RiskFlag flag;
  care::RiskStatus status;
};
// Nothing when there is no flag of this id.
absl::StatusOr<std::optional<FoldedFlag>> foldedFlag(DistrictReader& ledger, const std::string& id);

// Past the deadline of the step that it waits for.
bool isOverdue(const FoldedFlag& folded, const care::WorkingDays& working_days, absl::Time now);

}  // namespace doorstep::service
