#pragma once

#include "absl/status/statusor.h"
#include "app/models/workspace.h"
#include "app/shell/options.h"

namespace doorstep::shell {

struct Rehearsed {
  int visits = 0;
  int services = 0;
  int risks = 0;
};

// Records a plausible morning from this tablet's own Today list through the ordinary recorder: visits
// one after the other from 08:30, most elders seen, some on the phone, some who do not reply, services
// with minutes, two risk flags. The same list, clock and seed give the same morning. Blocks.
absl::StatusOr<Rehearsed> rehearseMorning(models::Workspace& workspace, unsigned seed, unsigned visits);

}  // namespace doorstep::shell
