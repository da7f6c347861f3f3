#include "sync/service/reconcile/cell_records.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"
#include "sync/service/district_work.h"

namespace doorstep::service {
namespace {

using Visit = std::function<absl::Status(const StoredRecord&, std::int64_t month)>;

absl::Status ofHousehold(DistrictReader& ledger, Sight& sight, const std::string& household,
                         const std::set<v1::RecordKind>& kinds, const v1::Revision& cursor, const Visit& visit) {
  DOORSTEP_ASSIGN(const auto sums, ledger.digests(household));
  if (std::none_of(sums.begin(), sums.end(), [&](const DigestRow& row) { return kinds.contains(row.kind); })) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto steps, ledger.feed(household, 0, std::numeric_limits<std::int32_t>::max()));
  for (const FeedStep& step : steps) {
    if (step.removed || !kinds.contains(step.record.kind) || step.record.revision.sequence() > cursor.sequence()) {
      continue;
    }
    DOORSTEP_ASSIGN(const bool seen, sight.sees(ledger, step.record));
    if (seen) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(step.record));
      DOORSTEP_TRY(visit(step.record, replication::digestMonth(record)));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status forEachSeen(DistrictReader& ledger, Sight& sight, const std::set<v1::RecordKind>& kinds,
                         const v1::Revision& cursor, const Visit& visit) {
  if (kinds.empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_TRY(ofHousehold(ledger, sight, replication::directoryHousehold(), kinds, cursor, visit));
  for (const auto& [household, scopes] : sight.households()) {
    DOORSTEP_TRY(ofHousehold(ledger, sight, household, kinds, cursor, visit));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
