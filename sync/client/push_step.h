#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sync/client/failure.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"

namespace doorstep::client {

struct PushLimits {
  std::size_t batch_changes;
  std::size_t batch_bytes;
  std::size_t batches_in_flight;
};

// Sends what has no receipt yet, some batches ahead, and keeps the receipts batch by batch. Changes
// whose receipts were lost are simply sent again: the service answers with the same receipts.
class PushStep : public std::enable_shared_from_this<PushStep> {
 public:
  using OnReceipts = std::function<void(const std::vector<v1::Receipt>&)>;  // after they were kept
  using Done = std::function<void(std::optional<Failure>)>;

  PushStep(Replica& replica, Remote& remote, PushLimits limits);
  void run(std::uint64_t after, OnReceipts on_receipts, Done done);
  void abandon() { done_ = nullptr; }
  // Nothing but new records was sent: once they are taken, the service has nothing to send back of them.
  bool sentOnlyCreations() const { return only_creations_; }

 private:
  struct Batch {
    std::uint64_t first;
    std::uint64_t last;
  };

  void fillWindow();
  bool sendNextBatch();
  void receive(Batch batch, absl::StatusOr<v1::PushReply> answer);
  void end(std::optional<Failure> failure);

  Replica& replica_;
  Remote& remote_;
  PushLimits limits_;
  std::uint64_t sent_ = 0;  // last sequence on its way
  std::size_t in_flight_ = 0;
  OnReceipts on_receipts_;
  bool only_creations_ = true;
  Done done_;
};

}  // namespace doorstep::client
