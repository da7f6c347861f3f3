#include "sync/service/exchange/hello_marks.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "sync/outside/attempt.h"
#include "sync/replication/trusted_time.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kIdentifierBytes = 16;
constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

}  // namespace

absl::Status keepHelloMark(DistrictWriter& ledger, const std::string& fingerprint, const v1::HelloRequest& request,
                           absl::Time now) {
  const v1::Stamp& stamp = request.stamp();
  if (request.replica_id().size() != kIdentifierBytes || stamp.boot_id().size() != kIdentifierBytes) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto replica, ledger.replica(request.replica_id()));
  if (replica.has_value() && replica->owner != fingerprint) {
    return absl::OkStatus();
  }
  const std::uint64_t acknowledged = std::min(request.last_sequence(), kLargest);
  const std::uint64_t made_until = acknowledged + std::min(request.waiting(), kLargest - acknowledged);
  DOORSTEP_ASSIGN(auto marks, ledger.helloMarks(request.replica_id()));
  return ledger.putHelloMarks(
      request.replica_id(),
      replication::withMark(std::move(marks), {now, stamp.monotonic_ms(), stamp.boot_id(), made_until}));
}

}  // namespace doorstep::service
