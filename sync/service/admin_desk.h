#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// What the operator asks for beside files (admin.proto).
namespace doorstep::service {

// NOT_FOUND no such district, INVALID_ARGUMENT rules that cannot hold (the text names the fields).
absl::StatusOr<absl::StatusOr<v1::SetRulesReply>> setRules(CommitWork& commit, const v1::SetRulesRequest& request);

absl::StatusOr<v1::ListDevicesReply> listDevices(RegistryReader& registry, const Directory& directory);
// Without the values themselves: the operator sees no elder.
absl::StatusOr<v1::ListConflictsReply> listConflicts(Snapshot& snapshot, const Directory& directory);
absl::StatusOr<v1::ListQuarantinedReply> listQuarantined(Snapshot& snapshot, const Directory& directory);

}  // namespace doorstep::service
