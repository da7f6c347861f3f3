#pragma once

#include "sync/outside/clock.h"

namespace doorstep::ctl::demo {

// A clock that stands where it was put: a simulated tablet records a day of months ago as if it were
// that day. One thread.
class SetClock final : public outside::Clock {
 public:
  void set(absl::Time now) { now_ = now; }
  absl::Time now() const override { return now_; }
  absl::Duration monotonic() const override { return now_ - absl::UnixEpoch(); }
  std::string bootId() const override { return std::string(16, '\1'); }

 private:
  absl::Time now_ = absl::UnixEpoch();
};

}  // namespace doorstep::ctl::demo
