#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"

namespace doorstep::service {

// Strikes one device, or all of a worker's, off the list; each is audited by its fingerprint with the
// reason as it was given. What is revoked already stays so and is not counted. The inner status:
// INVALID_ARGUMENT neither or both of device and worker, or a reason of more than 200 bytes; NOT_FOUND no
// such device or worker.
absl::StatusOr<absl::StatusOr<v1::RevokeReply>> revoke(CommitWork& commit, const Caller& caller,
                                                       const v1::RevokeRequest& request);

}  // namespace doorstep::service
