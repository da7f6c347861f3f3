#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Recomputes every figure of a district from its records alone, with sync/care, and compares it with
// the sums that are kept (promise P9): frozen months by the rules they were frozen with. What was frozen is
// compared with the facts that were set down with it, under the figure's name after "frozen.", and these
// with their digest ("frozen.facts": 1 kept, 0 recounted when it differs).
// Reads everything; one snapshot.
absl::StatusOr<v1::RecountReply> recount(Snapshot& snapshot, const Directory& directory, const std::string& district_id,
                                         const v1::RecountRequest& request);

}  // namespace doorstep::service
