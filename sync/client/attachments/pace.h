#pragma once

#include <algorithm>
#include <cstdint>

#include "absl/time/time.h"

namespace doorstep::client {

// Spreads bytes over time, so that on average no more than so many a second travel. Times are monotonic.
class Pace {
 public:
  explicit Pace(std::uint64_t bytes_per_second) : bytes_per_second_(bytes_per_second) {}  // 0: no limit

  // How long the next portion has to wait.
  absl::Duration wait(absl::Duration now) const { return std::max(absl::ZeroDuration(), next_ - now); }
  void note(std::uint64_t bytes, absl::Duration now) {
    if (bytes_per_second_ > 0) {
      next_ = std::max(next_, now) + absl::Seconds(static_cast<double>(bytes) / static_cast<double>(bytes_per_second_));
    }
  }

 private:
  std::uint64_t bytes_per_second_;
  absl::Duration next_ = -absl::InfiniteDuration();
};

}  // namespace doorstep::client
