#pragma once

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "doorstep/v1/evening.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What the day leaves open, in numbers alone: conflicts, running ladders, open flags by level and those past
// their deadline (restricted ones among them, for a number names nobody).
absl::Status countOpenMatters(DistrictReader& ledger, const v1::DistrictRules& rules, absl::Time now,
                              v1::EndOfDay& into);

}  // namespace doorstep::service
