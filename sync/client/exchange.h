#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "sync/client/engine.h"
#include "sync/client/failure.h"
#include "sync/client/hello_step.h"
#include "sync/client/pull_step.h"
#include "sync/client/push_step.h"

namespace doorstep::client {

// One hello → push → pull. Counts into the status it was given and reports after each step forward.
class Exchange : public std::enable_shared_from_this<Exchange> {
 public:
  struct Doors {
    Replica& replica;
    Remote& remote;
    const outside::Clock& clock;
    outside::Random& random;
  };
  using Progress = std::function<void()>;
  using Done = std::function<void(std::optional<Failure>)>;

  Exchange(Doors doors, const EngineSettings& settings, SyncStatus& status, Progress progress);
  // done is called once, unless the exchange is abandoned before; perhaps from within begin.
  void begin(Done done);
  // Nothing is called, and the store not touched, any more.
  void abandon();

 private:
  void push(const Greeting& greeting);
  void count(const std::vector<v1::Receipt>& receipts);
  void pull(bool name_held);
  void count(const v1::PullReply& page);
  void complete();
  void end(std::optional<Failure> failure);

  Doors doors_;
  SyncStatus& status_;
  Progress progress_;
  Done done_;
  std::shared_ptr<HelloStep> hello_;
  std::shared_ptr<PushStep> push_;
  std::shared_ptr<PullStep> pull_;
};

}  // namespace doorstep::client
