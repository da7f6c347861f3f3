#pragma once

#include <atomic>

#include "sync/outside/clock.h"

namespace doorstep::tests {

// Starts at a chosen time, runs on from there, and can be told that hours have passed. Any thread.
class PassingClock final : public outside::Clock {
 public:
  PassingClock(const outside::Clock& base, absl::Time start) : base_(base, start) {}

  absl::Time now() const override { return base_.now() + passed(); }
  absl::Duration monotonic() const override { return base_.monotonic() + passed(); }
  std::string bootId() const override { return base_.bootId(); }

  void letPass(absl::Duration more) { passed_seconds_ += absl::ToInt64Seconds(more); }

 private:
  absl::Duration passed() const { return absl::Seconds(passed_seconds_.load()); }

  outside::AdjustedClock base_;
  std::atomic<std::int64_t> passed_seconds_ = 0;
};

}  // namespace doorstep::tests
