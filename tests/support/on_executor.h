#pragma once

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "sync/outside/executor.h"

namespace doorstep::tests {

// Runs something on an executor and waits for it.
template <typename Task>
auto onExecutor(outside::Executor& executor, Task task) {
  std::packaged_task<decltype(task())()> packaged(std::move(task));
  auto result = packaged.get_future();
  executor.post([&packaged] { packaged(); });
  return result.get();
}

// Waits for an answer that another thread gives, once.
template <typename T>
class Answer {
 public:
  void give(T value) { promise_.set_value(std::move(value)); }
  T wait() { return future_.get(); }

 private:
  std::promise<T> promise_;
  std::future<T> future_ = promise_.get_future();
};

}  // namespace doorstep::tests
