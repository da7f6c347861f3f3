#include "sync/service/reconcile/coverage_rows.h"

#include <limits>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/exchange/coverage_entry.h"

namespace doorstep::service {

absl::StatusOr<std::vector<SeenRow>> coverageRowsSeen(DistrictReader& ledger, const Directory& directory,
                                                      const Caller& caller) {
  const CoverageSight sight(ledger, directory, caller);
  std::vector<SeenRow> seen;
  if (!sight.any()) {
    return seen;
  }
  const v1::DistrictRules* rules = directory.rules(caller.district_id);
  DOORSTEP_ASSIGN(const auto rows, ledger.rollupsAfter(0, std::numeric_limits<std::int32_t>::max()));
  for (const RollupRow& row : rows) {
    if (sight.sees(row.area_id)) {
      seen.push_back(
          {row.month, replication::sha256(replication::encode(coverageRow(row, rules))), coverageEntry(row, rules)});
    }
  }
  return seen;
}

}  // namespace doorstep::service
