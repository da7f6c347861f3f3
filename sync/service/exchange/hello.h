#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Whether this replica has seen more than the district holds, in the epoch that runs or in one that the district
// does not know: then the service was set back, announced or not, and begins a new epoch before it answers.
absl::StatusOr<bool> isBehind(DistrictReader& ledger, const Caller& caller, const v1::HelloRequest& request);
// Begins it, audited, unless somebody did so in the meantime.
absl::Status beginEpoch(CommitWork& commit, const Caller& caller, const v1::HelloRequest& request);

// The first call of an exchange (sync.proto): who is behind, and has the scope changed? INVALID_ARGUMENT names
// the field that cannot be.
absl::StatusOr<v1::HelloReply> answerHello(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const v1::HelloRequest& request, absl::Time now);

}  // namespace doorstep::service
