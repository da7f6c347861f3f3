#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Recomputes every figure of a district from its records alone, with sync/care, and compares it with
// the sums that are kept (promise P9). Reads everything; one snapshot.
absl::StatusOr<v1::RecountReply> recount(Snapshot& snapshot, const Directory& directory, const std::string& district_id,
                                         const v1::RecountRequest& request);

}  // namespace doorstep::service
