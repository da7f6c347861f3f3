#pragma once

#include "absl/status/status.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/service/directory.h"
#include "sync/service/evening/target_sums.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every target of the district beside the share of its period that has passed on a day, by period, area
// code and indicator. Whole months of a whole area come from kept sums; a period that begins or ends within
// a month, and a programme, are recomputed from the records, which takes as long as these are many.
absl::Status addTargets(DistrictReader& ledger, const Directory& directory, const std::string& district_id,
                        const TargetDay& day, v1::EndOfDay& into);

}  // namespace doorstep::service
