#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sync/client/attachments/transfer_step.h"
#include "sync/client/compare_step.h"
#include "sync/client/engine.h"
#include "sync/client/failure.h"
#include "sync/client/hand_in_step.h"
#include "sync/client/hello_step.h"
#include "sync/client/pull_step.h"
#include "sync/client/push_step.h"

namespace doorstep::client {

// One hello → push → pull → pictures, and a comparison when it is time. The pull is left out when the hello said that
// nothing is new. Counts into the status it was given and reports after each step forward.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  struct Doors {
    Replica& replica;
    Remote& remote;
    const outside::Clock& clock;
    outside::Random& random;
    ContentDoors contents = {};
    outside::Executor* executor = nullptr;
  };
  using Progress = std::function<void()>;
  using Done = std::function<void(std::optional<Failure>)>;

  Exchange(Doors doors, const EngineSettings& settings, SyncStatus& status, Progress progress);
  // done is called once, unless the exchange is abandoned before; perhaps from within begin.
  void begin(const TransferRules& rules, Done done);
  // Both sides count at the end, whatever the time; before it gets there.
  void compareByHand() { compare_by_hand_ = true; }
  // After it ended well: something waits that did not when it began, and only because of what it found.
  bool sendsAgain() const { return sends_again_; }
  // Records wait: pictures under way make room for another exchange.
  void hurry();
  // When pictures may travel has changed: those under way stop, those to come go by the new rules.
  void follow(const TransferRules& rules);
  // Nothing is called, and the store not touched, any more.
  void abandon();

 private:
  void handIn(Failure refusal);
  void countHandedIn(std::uint64_t changes);
  void push(const Greeting& greeting);
  void count(const std::vector<v1::Receipt>& receipts);
  void pull(bool name_held);
  void count(const v1::PullReply& page);
  void complete();
  void transfer();
  void compare();
  void count(std::uint64_t bytes, bool complete);
  void end(std::optional<Failure> failure);

  Doors doors_;
  Withdrawal withdrawal_;
  ComparisonDoors comparison_;
  SyncStatus& status_;
  Progress progress_;
  Done done_;
  std::shared_ptr<HelloStep> hello_;
  std::shared_ptr<PushStep> push_;
  std::shared_ptr<PullStep> pull_;
  std::shared_ptr<HandInStep> hand_in_;     // of a refused device
  std::shared_ptr<TransferStep> transfer_;  // without contents none
  std::shared_ptr<CompareStep> compare_;    // when both sides count
  TransferRules rules_;
  bool all_applied_ = true;
  bool compare_by_hand_ = false;
  bool sends_again_ = false;
};

}  // namespace doorstep::client
