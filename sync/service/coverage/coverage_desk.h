#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/coverage.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// Figures and lists for those who answer for them (coverage.proto). Reads kept facts and sums only.
// NOT_FOUND no such area, PERMISSION_DENIED not an area of the caller's, FAILED_PRECONDITION no district
// has rules yet, INVALID_ARGUMENT a month or page that is none.
namespace doorstep::service {

absl::StatusOr<v1::GetCoverageReply> answerCoverage(Snapshot& snapshot, const Directory& directory,
                                                    const Caller& caller, const v1::GetCoverageRequest& request);

// The operator, who sees no elder, gets file numbers in place of names and addresses.
absl::StatusOr<v1::ListMissedReply> answerMissed(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                                 const v1::ListMissedRequest& request);

// The district a call without an area is about: the caller's, for an operator the one that is served.
absl::StatusOr<std::string> districtFor(const Directory& directory, const Caller& caller);

}  // namespace doorstep::service
