#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/scenario/report.h"
#include "sync/ctl/demo/scenario/stage.h"

namespace doorstep::ctl::demo {

// November 2026 in 丰满区, its freeze in December, and what comes in after it. `areas`: the shipped area tree.
absl::StatusOr<ScenarioReport> playFengman(Stage& stage, const std::vector<v1::AreaRow>& areas);

}  // namespace doorstep::ctl::demo
