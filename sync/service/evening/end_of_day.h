#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What the district's day ends with (evening.proto), from one view of the ledger. Devices, what they
// hold (as they last said, without what has come since) and what waits are as they are now; the sums
// are of the day asked for. Revoked devices hold nothing any more. What files bring in is nobody's
// sending: it is not among the sums.
//
// INVALID_ARGUMENT no day, or one to come; FAILED_PRECONDITION the district has no rules yet;
// PERMISSION_DENIED neither the operator nor the district's staff. A supervisor is told of what was put aside in
// areas of their own, and of nothing else.
absl::StatusOr<v1::EndOfDay> answerEndOfDay(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                            const v1::GetEndOfDayRequest& request, absl::Time now);

}  // namespace doorstep::service
