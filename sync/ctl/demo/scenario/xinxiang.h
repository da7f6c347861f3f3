#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/ctl/demo/scenario/report.h"
#include "sync/ctl/demo/scenario/stage.h"

namespace doorstep::ctl::demo {

// January to June 2024 in 新乡市, month by month, then the day in August on which it was reported. `areas`: the
// shipped area tree.
absl::StatusOr<ScenarioReport> playXinxiang(Stage& stage, const std::vector<v1::AreaRow>& areas);

}  // namespace doorstep::ctl::demo
