#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "absl/time/time.h"

namespace doorstep::outside {

// Runs tasks one at a time, in order: whoever lives on an executor needs no lock. post and
// postAfter may be called from any thread.
class Executor {
 public:
  using Task = std::function<void()>;
  using Timer = std::uint64_t;

  virtual ~Executor() = default;
  virtual void post(Task task) = 0;
  virtual Timer postAfter(absl::Duration delay, Task task) = 0;
  // A timer that has run or is unknown is ignored.
  virtual void cancel(Timer timer) = 0;
  // From within a task: another is due already, so that a long one should come to an end.
  virtual bool isWanted() { return true; }
};

// One thread of its own. The destructor finishes the task at hand, drops the rest and joins.
class SerialExecutor final : public Executor {
 public:
  SerialExecutor();
  ~SerialExecutor() override;
  SerialExecutor(const SerialExecutor&) = delete;
  SerialExecutor& operator=(const SerialExecutor&) = delete;

  void post(Task task) override;
  Timer postAfter(absl::Duration delay, Task task) override;
  void cancel(Timer timer) override;
  bool isWanted() override;

 private:
  struct Key {
    absl::Time due;
    Timer timer;
    auto operator<=>(const Key& other) const {
      return due != other.due ? (due < other.due ? std::strong_ordering::less : std::strong_ordering::greater)
                              : timer <=> other.timer;
    }
    bool operator==(const Key&) const = default;
  };
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::map<Key, Task> tasks_;
  Timer last_timer_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace doorstep::outside
