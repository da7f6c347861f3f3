#include "tests/support/manual_executor.h"

#include <algorithm>
#include <cstdlib>

namespace doorstep::tests {

outside::Executor::Timer ManualExecutor::postAfter(absl::Duration delay, Task task) {
  const Timer timer = ++last_timer_;
  tasks_.emplace(Key{clock_.monotonic() + std::max(delay, absl::ZeroDuration()), timer}, std::move(task));
  return timer;
}

void ManualExecutor::cancel(Timer timer) {
  std::erase_if(tasks_, [timer](const auto& entry) { return entry.first.second == timer; });
}

bool ManualExecutor::runDue() {
  int count = 0;
  while (!tasks_.empty() && tasks_.begin()->first.first <= clock_.monotonic()) {
    const Task task = std::move(tasks_.begin()->second);
    tasks_.erase(tasks_.begin());
    task();
    if (++count > 1'000'000) {
      std::abort();
    }
  }
  return count > 0;
}

void ManualExecutor::advance(absl::Duration by) {
  const absl::Duration until = clock_.monotonic() + by;
  runDue();
  while (!tasks_.empty() && tasks_.begin()->first.first <= until) {
    clock_.advance(tasks_.begin()->first.first - clock_.monotonic());
    runDue();
  }
  clock_.advance(until - clock_.monotonic());
}

std::optional<absl::Duration> ManualExecutor::untilNext() const {
  if (tasks_.empty()) {
    return std::nullopt;
  }
  return std::max(tasks_.begin()->first.first - clock_.monotonic(), absl::ZeroDuration());
}

}  // namespace doorstep::tests
