#include "sync/service/exchange/content.h"

#include <limits>
#include <string>

#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/records.h"
#include "sync/service/rights.h"

namespace doorstep::service {
namespace {

using Sums = std::map<v1::RecordKind, ContentSum>;

absl::Status addChosen(DistrictReader& ledger, Sight& sight, const std::string& household, Sums& sums) {
  DOORSTEP_ASSIGN(const auto steps, ledger.feed(household, 0, std::numeric_limits<std::int32_t>::max()));
  for (const FeedStep& step : steps) {
    if (step.removed || !sight.choosesAmong(step.record.kind)) {
      continue;
    }
    DOORSTEP_ASSIGN(const bool seen, sight.sees(ledger, step.record));
    if (seen) {
      ContentSum& sum = sums[step.record.kind];
      ++sum.count;
      sum.digest.toggle(step.record.kind, step.record.id, step.record.revision);
    }
  }
  return absl::OkStatus();
}

absl::Status addHousehold(DistrictReader& ledger, Sight& sight, const std::string& household, Sums& sums) {
  DOORSTEP_ASSIGN(const auto rows, ledger.digests(household));
  bool choose = false;
  for (const DigestRow& row : rows) {
    if (!sight.reaches(row.kind, household)) {
      continue;
    }
    if (sight.choosesAmong(row.kind)) {
      choose = true;
      continue;
    }
    ContentSum& sum = sums[row.kind];
    sum.count += row.count;
    sum.digest ^= row.digest;
  }
  return choose ? addChosen(ledger, sight, household, sums) : absl::OkStatus();
}

}  // namespace

absl::StatusOr<Sums> contentOf(DistrictReader& ledger, Sight& sight) {
  Sums sums;
  DOORSTEP_TRY(addHousehold(ledger, sight, replication::directoryHousehold(), sums));
  for (const auto& [household, scopes] : sight.households()) {
    DOORSTEP_TRY(addHousehold(ledger, sight, household, sums));
  }
  return sums;
}

absl::StatusOr<bool> hasNothingNew(DistrictReader& ledger, Sight& sight, const Caller& caller,
                                   const v1::HelloRequest& request) {
  if (request.content_digest().size() != replication::Digest::kSize || request.cursor().sequence() == 0) {
    return false;
  }
  if (!rightsOf(caller.roles, v1::RECORD_KIND_COVERAGE_ROW, Verb::kRead).empty()) {
    // What waits on the device will change figures.
    DOORSTEP_ASSIGN(const auto rows, ledger.rollupsAfter(request.cursor().sequence(), 1));
    if (!rows.empty() || request.waiting() > 0) {
      return false;
    }
  }
  DOORSTEP_ASSIGN(const auto outcomes, ledger.outcomesAfter(caller.fingerprint, request.cursor().sequence(), 1));
  if (!outcomes.empty()) {
    return false;
  }
  DOORSTEP_ASSIGN(const Sums sums, contentOf(ledger, sight));
  replication::Digest all;
  for (const auto& [kind, sum] : sums) {
    all ^= sum.digest;
  }
  if (outside::planted(outside::Fault::kDigestTooLittle)) {
    return true;
  }
  return all == replication::Digest::fromBytes(request.content_digest());
}

}  // namespace doorstep::service
