#pragma once

#include "absl/status/status.h"
#include "sync/ctl/demo/scenario/fengman_plan.h"
#include "sync/ctl/demo/tablet/simulated_tablet.h"

// What the district's staff and the supervisors write in the scenario of 丰满区, on their own devices. Saved there, to
// be sent with the next exchange; NOT_FOUND when the device does not hold whom it names.
namespace doorstep::ctl::demo {

absl::Status writeStatus(SimulatedTablet& desk, const StatusChange& change, absl::Time at);
// The new door, the elder's new home from that day, and who visits there.
absl::Status writeMove(SimulatedTablet& desk, const Move& move, absl::Time at);
absl::Status writeMerge(SimulatedTablet& desk, const Duplicate& duplicate, absl::Time at);

// A visit that did not take place, or one on which the elder was seen after all, in the place of what was recorded.
void writeVoid(SimulatedTablet& supervisor, const v1::Visit& recorded, absl::Time at);
void writeSeen(SimulatedTablet& supervisor, const v1::Visit& recorded, absl::Time at);
absl::Status writePaper(SimulatedTablet& supervisor, const PaperVisit& paper, absl::Time at);

}  // namespace doorstep::ctl::demo
