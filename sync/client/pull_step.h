#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "sync/client/failure.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"

namespace doorstep::client {

// Takes what is new for this device, each page in one transaction of the store.
class PullStep : public std::enable_shared_from_this<PullStep> {
 public:
  using OnPage = std::function<void(const v1::PullReply&)>;  // after it was kept
  using Done = std::function<void(std::optional<Failure>)>;

  PullStep(Replica& replica, Remote& remote);
  void run(bool name_held, OnPage on_page, Done done);
  void abandon() { done_ = nullptr; }

 private:
  absl::StatusOr<v1::PullRequest> request(bool name_held);
  absl::Status keep(const v1::PullReply& page);
  void end(std::optional<Failure> failure);

  Replica& replica_;
  Remote& remote_;
  absl::Status kept_;  // of the last page
  OnPage on_page_;
  Done done_;
};

}  // namespace doorstep::client
