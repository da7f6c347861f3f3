#pragma once

#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/ledger_rows.h"

namespace doorstep::service {

// A kept row as people are shown it. Without rules nothing is counted yet.
v1::CoverageRow coverageRow(const RollupRow& row, const v1::DistrictRules* rules);
// The same as a step of the feed; the record's id is the area's.
v1::FeedEntry coverageEntry(const RollupRow& row, const v1::DistrictRules* rules);

}  // namespace doorstep::service
