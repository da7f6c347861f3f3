#pragma once

#include <string>
#include <utility>

#include "sync/outside/clock.h"

namespace doorstep::tests {

// A clock that moves only by hand. The wall clock can be set without the monotonic one noticing.
class ManualClock final : public outside::Clock {
 public:
  explicit ManualClock(absl::Time wall = absl::FromUnixSeconds(1'795'000'000)) : wall_(wall) {}

  absl::Time now() const override { return wall_; }
  absl::Duration monotonic() const override { return monotonic_; }
  std::string bootId() const override { return boot_id_; }

  void advance(absl::Duration by) {
    wall_ += by;
    monotonic_ += by;
  }
  void setWall(absl::Time wall) { wall_ = wall; }
  void reboot(std::string boot_id) {
    boot_id_ = std::move(boot_id);
    monotonic_ = absl::ZeroDuration();
  }

 private:
  absl::Time wall_;
  absl::Duration monotonic_ = absl::Seconds(100);
  std::string boot_id_ = std::string(16, 'b');
};

}  // namespace doorstep::tests
