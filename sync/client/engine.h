#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "sync/client/attachments/transfers.h"
#include "sync/client/comparison.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"
#include "sync/client/sync_status.h"
#include "sync/client/withdrawal.h"
#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/random.h"

namespace doorstep::client {

struct EngineSettings {
  std::string app_version;
  std::size_t batch_changes = 200;
  std::size_t batch_bytes = std::size_t{256} * 1024;
  std::size_t batches_in_flight = 4;
  absl::Duration first_retry = absl::Seconds(2);
  absl::Duration longest_retry = absl::Minutes(10);
  absl::Duration idle_interval = absl::Minutes(15);  // an exchange even when nothing waits
  absl::Duration gather = absl::Seconds(1);          // after a save, so that saves close together go as one
  Withdrawal withdrawal = {};                        // what a device does that the service refuses
  ComparisonDoors comparison = {};                   // where both sides count
};

// Decides when to say hello, push, pull and retry. Lives on one executor: every call and callback
// there, destruction too, but never from within the observer. An exchange is hello → push → pull → pictures; a
// break leaves the store as it was after the last receipt or page, and the next exchange goes on
// from there. Retries back off exponentially with full jitter, and begin anew when the network
// returns. Replica, remote, clock, random and executor outlive the engine.
class Engine {
 public:
  using Observer = std::function<void(const SyncStatus&)>;

  Engine(Replica& replica, Remote& remote, const outside::Clock& clock, outside::Random& random,
         outside::Executor& executor, EngineSettings settings, Observer observer, ContentDoors contents = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void start();                                       // first exchange now, then by itself
  void syncNow();                                     // by hand: at once, whatever the backoff
  void networkReturned();                             // at once when something waits or the last exchange failed
  void changesWaiting();                              // something was saved: push soon
  void contentsWanted();                              // somebody waits for a picture: an exchange at once
  void setTransferRules(const TransferRules& rules);  // from the next exchange on; what is held back goes soon
  void compareNow();                                  // by hand: an exchange at once, and both sides count
  void stop();                                        // ends what is under way; nothing is lost; start() goes on
  const SyncStatus& status() const;

 private:
  class State;
  std::shared_ptr<State> state_;
};

}  // namespace doorstep::client
