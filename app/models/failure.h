#pragma once

#include "absl/status/status.h"
#include "app/models/enums.h"
#include "sync/client/sync_status.h"

namespace doorstep::models {

using app_enums::Failure;
using app_enums::Progress;

// What a status of the store or of the service means to a person.
Failure failureOf(const absl::Status& status);
Failure failureOf(client::Trouble trouble);

}  // namespace doorstep::models
