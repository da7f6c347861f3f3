#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sync/client/failure.h"
#include "sync/client/push_step.h"
#include "sync/client/replica.h"
#include "sync/client/withdrawal.h"
#include "sync/outside/clock.h"
#include "sync/outside/random.h"

namespace doorstep::client {

// What a refused device does instead of pushing and pulling: it asks how far the service has come with this
// replica, sends everything behind that, one batch after the other, and keeps for each that it was put aside. Ends
// with kRevoked once the service has all of it and the keys are destroyed, with kNotKnown or kRefused when it has all
// of it and the device lives on, and with whatever else went wrong: then it goes on from there the next time.
class HandInStep : public std::enable_shared_from_this<HandInStep> {
 public:
  using OnTaken = std::function<void(std::size_t changes)>;
  using Done = std::function<void(Failure)>;

  struct Parts {
    Replica& replica;
    const Withdrawal& withdrawal;
    const outside::Clock& clock;
    outside::Random& random;
  };

  HandInStep(Parts parts, PushLimits limits) : parts_(parts), limits_(limits) {}
  void run(OnTaken on_taken, Done done);
  void abandon() { done_ = nullptr; }

 private:
  void ask();
  void goOnFrom(const absl::StatusOr<v1::HandInReply>& position);
  void sendNextBatch();
  void compareLast();
  void receive(const std::vector<OutgoingChange>& batch, const absl::StatusOr<v1::HandInReply>& answer);
  void beginAnew();
  void finish();
  void judge(const absl::Status& reason);
  absl::Status keepWhatWasTakenBefore();
  void end(Failure failure);

  Parts parts_;
  PushLimits limits_;
  std::string replica_id_;
  std::uint64_t taken_ = 0;  // before this step began
  std::uint64_t sent_ = 0;
  bool unsure_ = false;  // whether what waits is what the service has in its place
  bool began_anew_ = false;
  OnTaken on_taken_;
  Done done_;
};

}  // namespace doorstep::client
