#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sync/client/failure.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"
#include "sync/outside/executor.h"

namespace doorstep::client {

// Takes what is new for this device. Pages that are there already are kept together, for most of what a page costs
// is its transaction; while somebody else waits for the executor each has one of its own (architecture decision 17).
class PullStep : public std::enable_shared_from_this<PullStep> {
 public:
  using OnPage = std::function<void(const v1::PullReply&)>;  // after it was kept
  using Done = std::function<void(std::optional<Failure>)>;

  PullStep(Replica& replica, Remote& remote, outside::Executor& executor);
  void run(bool name_held, OnPage on_page, Done done);
  void abandon() { done_ = nullptr; }

 private:
  absl::StatusOr<v1::PullRequest> request(bool name_held);
  absl::Status take(const v1::PullReply& page);
  void keepLater();
  void keep();
  void conclude();
  void end(std::optional<Failure> failure);

  Replica& replica_;
  Remote& remote_;
  outside::Executor& executor_;
  std::vector<v1::PullReply> pages_;   // not kept yet
  bool keeping_ = false;               // keep() has been posted
  absl::Status kept_;                  // of the last pages
  std::optional<absl::Status> ended_;  // how the pull did; what has come by then is kept
  OnPage on_page_;
  Done done_;
};

}  // namespace doorstep::client
