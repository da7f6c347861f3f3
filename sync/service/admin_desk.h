#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// What the operator, and a district's staff for their own district, ask for beside files (admin.proto).
namespace doorstep::service {

// An empty code is the caller's district. NOT_FOUND no such district, INVALID_ARGUMENT rules that cannot
// hold (the text names the fields), PERMISSION_DENIED another district, or a zone set by its staff.
// Audited, refusals too.
absl::StatusOr<absl::StatusOr<v1::SetRulesReply>> setRules(CommitWork& commit, const Caller& caller,
                                                           const v1::SetRulesRequest& request);

// By the district's code; NOT_FOUND when there is no such district, PERMISSION_DENIED when the caller
// does not administer it. Without rules when none were set.
absl::StatusOr<v1::GetRulesReply> getRules(const Directory& directory, const Caller& caller,
                                           const std::string& district_code);

// Those of the districts that the caller administers, by time of enrolment.
absl::StatusOr<v1::ListDevicesReply> listDevices(RegistryReader& registry, const Directory& directory,
                                                 const Caller& caller);
// Without the values themselves: the operator sees no elder.
absl::StatusOr<v1::ListConflictsReply> listConflicts(Snapshot& snapshot, const Directory& directory);
absl::StatusOr<v1::ListQuarantinedReply> listQuarantined(Snapshot& snapshot, const Directory& directory);

}  // namespace doorstep::service
