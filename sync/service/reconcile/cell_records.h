#pragma once

#include <cstdint>
#include <functional>
#include <set>

#include "absl/status/status.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every record of these kinds that the caller sees and that has not changed since the cursor, with its month
// (replication::digestMonth). Stops at the first error.
absl::Status forEachSeen(DistrictReader& ledger, Sight& sight, const std::set<v1::RecordKind>& kinds,
                         const v1::Revision& cursor,
                         const std::function<absl::Status(const StoredRecord&, std::int64_t month)>& visit);

}  // namespace doorstep::service
