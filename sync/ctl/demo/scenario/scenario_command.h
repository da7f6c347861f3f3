#pragma once

#include <string>
#include <vector>

#include "sync/ctl/console.h"
#include "sync/ctl/demo/run_command.h"

namespace doorstep::ctl::demo {

// The names --scenario takes.
std::vector<std::string> scenarioNames();

// `doorstepctl demo run --scenario NAME`: a longer stretch of time on a real doorstepd, with simulated tablets.
// Prints what the service says at its end, with a recount; gives the exit code, kExitDifferences when the recount
// found any.
int scenarioCommand(const Console& console, const RunOptions& options);

}  // namespace doorstep::ctl::demo
