#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// The receipt that a change got before under another replica of the same device: one that began anew after a fork or
// a restore sends again what it cannot know to be here. Goes through all that the device ever sent, so it is
// asked only where taking the change once more would do harm.
absl::StatusOr<std::optional<v1::Receipt>> knownUnderAnotherReplica(const DistrictWork& work, const Caller& device,
                                                                    const v1::Change& change);

}  // namespace doorstep::service
