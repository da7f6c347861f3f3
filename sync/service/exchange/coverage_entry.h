#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"
#include "sync/service/ledger_rows.h"
#include "sync/service/rights.h"
#include "sync/service/scope.h"

namespace doorstep::service {

// Which rows somebody is sent. One view of one district; the parts outlive it.
class CoverageSight {
 public:
  CoverageSight(DistrictReader& ledger, const Directory& directory, const Caller& caller);
  bool any() const { return !readable_.empty(); }
  bool sees(const std::string& area_id) const;

 private:
  ScopeView scope_;
  const Caller& caller_;
  std::vector<Right> readable_;
};

// A kept row as people are shown it. Without rules nothing is counted yet.
v1::CoverageRow coverageRow(const RollupRow& row, const v1::DistrictRules* rules);
// The same as a step of the feed; the record's id is the area's.
v1::FeedEntry coverageEntry(const RollupRow& row, const v1::DistrictRules* rules);

}  // namespace doorstep::service
