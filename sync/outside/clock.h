#pragma once

#include <cstdint>
#include <string>

#include "absl/time/time.h"

namespace doorstep::outside {

// What a program may know of time. Everything that asks for the time asks one of these, so that a
// test, a simulation or a demonstration can give it another. Any thread.
class Clock {
 public:
  virtual ~Clock() = default;

  // The device's wall clock. May be wrong by years; nothing is ordered by it.
  virtual absl::Time now() const = 0;
  // Runs evenly since bootId() began; never set back.
  virtual absl::Duration monotonic() const = 0;
  // 16 bytes that change whenever monotonic() begins anew.
  virtual std::string bootId() const = 0;
};

// The machine's own clocks.
class SystemClock final : public Clock {
 public:
  SystemClock();
  absl::Time now() const override;
  absl::Duration monotonic() const override;
  std::string bootId() const override { return boot_id_; }

 private:
  std::string boot_id_;
};

// A clock that started at a chosen time and runs on from there, for demonstrations on a fixed day.
class AdjustedClock final : public Clock {
 public:
  AdjustedClock(const Clock& base, absl::Time start) : base_(base), offset_(start - base.now()) {}
  absl::Time now() const override { return base_.now() + offset_; }
  absl::Duration monotonic() const override { return base_.monotonic(); }
  std::string bootId() const override { return base_.bootId(); }

 private:
  const Clock& base_;
  absl::Duration offset_;
};

}  // namespace doorstep::outside
