#pragma once

#include "absl/status/status.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// Notes in work.touched which facts rest on a record that was made or changed. The ledger already
// holds the new state. `before` is null for a new record.
absl::Status touch(DistrictWork& work, const v1::Record* before, const v1::Record& record);

}  // namespace doorstep::service
