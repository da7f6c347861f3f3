#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "sync/service/district_work.h"
#include "sync/service/ledger.h"

// Freezing a month (domain.md §6): when the service's clock has passed care::freezeAt(), the sums as they
// stand are set down for ever, with the facts they are sums of and the rules they were counted by. An
// event in the district's order: whatever has a smaller sequence is in it, whatever comes later is a
// restatement.
namespace doorstep::service {

// The next moment at which a month of this district is to be frozen; it may lie in the past. The month in
// which the district went live, and those before, are never frozen. Nothing without rules.
absl::StatusOr<std::optional<absl::Time>> nextFreezeAt(DistrictReader& ledger, const v1::DistrictRules* rules,
                                                       absl::Time now);

// Freezes every month that is due by work.now, the earliest first; evaluates the district before. To be
// called before anything else of the commit is taken in. Gives what was frozen:
// nothing while the clock is doubted (evaluation.h).
absl::StatusOr<std::vector<FreezeRow>> freezeWhatIsDue(DistrictWork& work);

// A month's frozen facts summed up by the tree as it was, for a recount.
struct FrozenSums {
  std::map<std::string, v1::Figures> by_area;
  std::string digest;  // equals FreezeRow::digest unless a fact was changed, added or removed
};
absl::StatusOr<FrozenSums> sumsOfFrozenFacts(DistrictReader& ledger, std::int64_t month,
                                             const std::vector<FrozenRow>& tree, const std::string& district_id);

}  // namespace doorstep::service
