#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace doorstep::client {

// How many calls gRPC still holds; lets a destructor wait until none can post any more. Any thread.
class CallCounter {
 public:
  void begin() {
    const std::lock_guard lock(mutex_);
    ++count_;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    --count_;
    none_.notify_all();  // under the lock: who waits may destroy this at once
  }
  void waitForNone() {
    std::unique_lock lock(mutex_);
    none_.wait(lock, [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  std::size_t count_ = 0;
};

// Something under way that can be ended early; on the executor.
class Cancellable {
 public:
  virtual ~Cancellable() = default;
  virtual void cancel() = 0;
};

}  // namespace doorstep::client
