#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/settling.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// Deciding away from a tablet (settling.proto): the operator for every district, staff for their own. It becomes a
// change of the service's own replica.
namespace doorstep::service {

// Open pairs by the time they were found, then, if asked for, those that were decided. Names for a district's staff
// only: the operator sees no elder.
absl::StatusOr<v1::ListDuplicatesReply> listDuplicates(Snapshot& snapshot, const Directory& directory,
                                                       const Caller& caller, const v1::ListDuplicatesRequest& request);

// NOT_FOUND no district of the caller's has it. Audited.
absl::StatusOr<absl::StatusOr<v1::SettleReply>> settle(CommitWork& commit, const Caller& caller,
                                                       const v1::SettleRequest& request);

// The newer elder of a pair into the older one, or apart again. NOT_FOUND as above; FAILED_PRECONDITION when they
// stand so already. Audited.
absl::StatusOr<absl::StatusOr<v1::MergeEldersReply>> mergeElders(CommitWork& commit, const Caller& caller,
                                                                 const v1::MergeEldersRequest& request);

}  // namespace doorstep::service
