#include <chrono>

#include "sync/outside/executor.h"

namespace doorstep::outside {
namespace {

// Delays must not follow a wall clock that somebody sets.
absl::Time steadyNow() {
  return absl::UnixEpoch() + absl::FromChrono(std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

SerialExecutor::SerialExecutor() : thread_([this] { run(); }) {}

SerialExecutor::~SerialExecutor() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SerialExecutor::post(Task task) {
  postAfter(absl::ZeroDuration(), std::move(task));
}

Executor::Timer SerialExecutor::postAfter(absl::Duration delay, Task task) {
  const std::lock_guard lock(mutex_);
  const Timer timer = ++last_timer_;
  // Tasks without delay keep the order of posting: all are due at the same past instant.
  const absl::Time due = delay > absl::ZeroDuration() ? steadyNow() + delay : absl::UnixEpoch();
  tasks_.emplace(Key{due, timer}, std::move(task));
  wake_.notify_one();
  return timer;
}

void SerialExecutor::cancel(Timer timer) {
  const std::lock_guard lock(mutex_);
  std::erase_if(tasks_, [timer](const auto& entry) { return entry.first.timer == timer; });
}

bool SerialExecutor::isWanted() {
  const std::lock_guard lock(mutex_);
  return !tasks_.empty() && tasks_.begin()->first.due <= steadyNow();
}

void SerialExecutor::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (tasks_.empty()) {
      wake_.wait(lock);
      continue;
    }
    const absl::Duration wait = tasks_.begin()->first.due - steadyNow();
    if (wait > absl::ZeroDuration()) {
      wake_.wait_for(lock, absl::ToChronoNanoseconds(wait));
      continue;
    }
    Task task = std::move(tasks_.begin()->second);
    tasks_.erase(tasks_.begin());
    lock.unlock();
    task();
    task = nullptr;  // what it captured goes while no lock is held
    lock.lock();
  }
}

}  // namespace doorstep::outside
