#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sync/client/comparison.h"
#include "sync/client/failure.h"
#include "sync/client/replica.h"
#include "sync/outside/clock.h"

namespace doorstep::client {

// Whether one falls due by itself: in the evening, once a day. The evening is China's, whatever a tablet is set to.
bool comparisonIsDue(absl::Time last, absl::Time now);

// Counts together with the service: sums by kind and month first; of those that differ the records' versions; what
// differs is put right, and counted once more. Right after a pull. What changes at the service meanwhile is no
// difference: it comes with the next pull.
class CompareStep : public std::enable_shared_from_this<CompareStep> {
 public:
  struct Outcome {
    std::optional<Failure> failure;
    bool sends_again = false;  // changes or contents wait now that did not before
  };
  using Done = std::function<void(Outcome)>;

  CompareStep(Replica& replica, ComparisonDoors doors, const outside::Clock& clock);
  void run(Done done);
  void abandon() { done_ = nullptr; }

 private:
  void count();
  void receiveCount(absl::StatusOr<v1::ReconcileReply> answer);
  void askForDetails();
  void receiveDetails(absl::StatusOr<v1::ReconcileReply> answer);
  void keepDetails(const v1::ReconcileReply& reply);
  void finish();
  void end(std::optional<Failure> failure);

  Replica& replica_;
  ComparisonDoors doors_;
  const outside::Clock& clock_;
  ReplicaState state_;
  Comparison comparison_;
  std::deque<v1::DigestCell> to_ask_;
  std::vector<std::string> missing_contents_;
  int rounds_ = 0;
  bool put_right_ = false;  // in this round
  Done done_;
};

}  // namespace doorstep::client
