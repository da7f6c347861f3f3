#include "app/vault/attempts.h"

#include <algorithm>

namespace doorstep::vault {
namespace {

Attempts countedNow(std::int64_t failed, const outside::Clock& clock) {
  return {failed, absl::ToInt64Milliseconds(clock.monotonic()), clock.bootId()};
}

}  // namespace

absl::Duration waitAfter(std::int64_t failed) {
  if (failed < kFreeAttempts) {
    return absl::ZeroDuration();
  }
  const auto doublings = std::min<std::int64_t>(failed - kFreeAttempts, 30);
  return std::min(kFirstWait * (std::int64_t{1} << doublings), kLongestWait);
}

absl::Duration remainingWait(const Attempts& attempts, const outside::Clock& clock) {
  const absl::Duration wait = waitAfter(attempts.failed);
  if (attempts.boot_id != clock.bootId()) {
    return wait;
  }
  const absl::Duration elapsed = clock.monotonic() - absl::Milliseconds(attempts.at_monotonic_ms);
  return std::clamp(wait - elapsed, absl::ZeroDuration(), wait);
}

Attempts afterFailure(const Attempts& attempts, const outside::Clock& clock) {
  return countedNow(attempts.failed + 1, clock);
}

Attempts begunNow(const Attempts& attempts, const outside::Clock& clock) {
  return countedNow(attempts.failed, clock);
}

}  // namespace doorstep::vault
