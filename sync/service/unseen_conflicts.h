#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/conflict.pb.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// For the merge (sync/replication/merge.h): the conflicts of the patch's record that were found after its base and
// that nobody has settled. Empty, without looking, where no field of the patch has a rule of its own.
absl::StatusOr<std::vector<v1::Conflict>> unseenConflicts(const DistrictWork& work, const v1::Patch& patch);

}  // namespace doorstep::service
