#pragma once

#include "absl/time/time.h"
#include "sync/outside/random.h"

namespace doorstep::client {

// Exponential backoff with full jitter: the n-th delay is drawn evenly from (0, first · 2ⁿ], at most
// longest, so that many tablets that lost the service together do not come back together.
class Backoff {
 public:
  Backoff(absl::Duration first, absl::Duration longest, outside::Random& random);
  absl::Duration next();
  void reset() { ceiling_ = first_; }

 private:
  absl::Duration first_;
  absl::Duration longest_;
  absl::Duration ceiling_;
  outside::Random& random_;
};

}  // namespace doorstep::client
