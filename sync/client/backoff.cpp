#include "sync/client/backoff.h"

#include <algorithm>
#include <cstdint>

namespace doorstep::client {

Backoff::Backoff(absl::Duration first, absl::Duration longest, outside::Random& random)
    : first_(first), longest_(std::max(first, longest)), ceiling_(first), random_(random) {}

absl::Duration Backoff::next() {
  const auto ceiling_ms = static_cast<std::uint64_t>(std::max<std::int64_t>(1, absl::ToInt64Milliseconds(ceiling_)));
  ceiling_ = std::min(ceiling_ * 2, longest_);
  return absl::Milliseconds(static_cast<std::int64_t>(1 + random_.below(ceiling_ms)));
}

}  // namespace doorstep::client
