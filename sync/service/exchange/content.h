#pragma once

#include <cstdint>
#include <map>

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/replication/digest.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

struct ContentSum {
  std::uint64_t count = 0;
  replication::Digest digest;
};

// What all that a caller may hold adds up to, by kind, as it stands in this view. From the sums that the ledger
// keeps: no record is read, but those that are chosen one by one (Sight::choosesAmong).
absl::StatusOr<std::map<v1::RecordKind, ContentSum>> contentOf(DistrictReader& ledger, Sight& sight);

// Whether a device that says hello so would be sent nothing: it holds exactly this content, no figures that it
// may see have changed since its cursor, nor what became of its changes.
absl::StatusOr<bool> hasNothingNew(DistrictReader& ledger, Sight& sight, const Caller& caller,
                                   const v1::HelloRequest& request);

}  // namespace doorstep::service
