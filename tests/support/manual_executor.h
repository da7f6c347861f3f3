#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "sync/outside/executor.h"
#include "tests/support/manual_clock.h"

namespace doorstep::tests {

// Runs nothing by itself: a test lets due tasks run, or time pass to the next timer. Time is the
// clock's monotonic one, which advance() moves. Single-threaded.
class ManualExecutor final : public outside::Executor {
 public:
  explicit ManualExecutor(ManualClock& clock) : clock_(clock) {}

  void post(Task task) override { postAfter(absl::ZeroDuration(), std::move(task)); }
  Timer postAfter(absl::Duration delay, Task task) override;
  void cancel(Timer timer) override;

  // Runs what is due now, and what that makes due; false when nothing was. Aborts the test program
  // after a million tasks: something posts itself for ever.
  bool runDue();
  // Lets time pass, each timer running at its own instant.
  void advance(absl::Duration by);
  // How long until the next task; nothing when none waits.
  std::optional<absl::Duration> untilNext() const;
  std::size_t size() const { return tasks_.size(); }

 private:
  using Key = std::pair<absl::Duration, Timer>;

  ManualClock& clock_;
  std::map<Key, Task> tasks_;
  Timer last_timer_ = 0;
};

}  // namespace doorstep::tests
