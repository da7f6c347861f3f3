#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "sync/service/district_work.h"
#include "sync/service/figures/fact_sources.h"
#include "sync/service/figures/month_rules.h"
#include "sync/service/figures/rollups.h"

namespace doorstep::service {

// Computes again, with sync/care, every fact whose inputs have changed, and adds the differences to
// the rollups (architecture decision 12). Once at the end of a commit, in its transaction.
//
// Of every elder not merged into another there is a fact for each month from the later of care_from
// and the district's first month up to the running one, and for earlier months with a contact:
// of a month before the district went live only person-times are kept, for nobody was due then.
class FactKeeper {
 public:
  // `evaluated_on`: the day in whose light the running month is seen. The district has rules.
  FactKeeper(DistrictWork& work, const MonthRules& rules, absl::CivilDay evaluated_on);

  absl::Status bringUpToDate();

 private:
  using FactsByKey = std::map<std::pair<std::string, std::string>, Fact>;  // by subject and part

  absl::Status touchEverything();
  absl::Status elders();
  absl::Status elder(const v1::Elder& elder, std::int64_t from_month);
  absl::Status workerDays();
  // What a visit or service gave, from its workers' minutes as they stand now.
  absl::Status delivered(const std::string& subject, const std::vector<Fact>& minutes, const std::vector<Fact>& kept);
  absl::Status risk(const std::string& flag_id);
  // Kept lines of these subjects that stand under another day until now.
  absl::Status addMoved(const FactsByKey& wanted, std::vector<Fact>& kept);
  // Makes the ledger hold `wanted` instead of `kept`, and counts the difference.
  absl::Status replace(std::vector<Fact> kept, FactsByKey wanted);
  // Takes out of both what is the same in both.
  static void leaveWhatStands(std::vector<Fact>& kept, FactsByKey& wanted);

  DistrictWork& work_;
  const MonthRules& rules_;
  absl::CivilDay evaluated_on_;
  FactSources sources_;
  RollupDeltas deltas_;
};

}  // namespace doorstep::service
