#pragma once

#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/coverage.pb.h"
#include "sync/ctl/console.h"
#include "sync/ctl/demo/scenario/report.h"

namespace doorstep::ctl::demo {

// What the service said at the end, and how much of what was sent after the freeze.
struct FengmanOutcome {
  v1::GetCoverageReply at_freeze;  // read on the morning after it
  v1::GetCoverageReply at_end;
  v1::RecountReply recount;
  std::size_t grids = 0;  // of the service's area tree
  std::size_t visits_in_time = 0;
  std::size_t late_visits = 0;  // of the tablet that was away
  std::size_t corrections = 0;
  std::size_t paper_visits = 0;
  std::size_t merged = 0;
};

// Frozen beside restated for the district and each of its subdistricts.
ScenarioReport fengmanReport(const FengmanOutcome& outcome, const Console& console);

}  // namespace doorstep::ctl::demo
