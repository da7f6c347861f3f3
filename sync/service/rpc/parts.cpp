#include "sync/service/rpc/parts.h"

#include <utility>

namespace doorstep::service {

Readers::Readers(std::size_t count) {
  for (std::size_t at = 0; at < count; ++at) {
    threads_.push_back(std::make_unique<outside::SerialExecutor>());
  }
}

void Readers::post(outside::Executor::Task task) {
  threads_[next_++ % threads_.size()]->post(std::move(task));
}

}  // namespace doorstep::service
