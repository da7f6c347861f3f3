#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "sync/client/remote.h"
#include "sync/client/replica.h"
#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/random.h"

namespace doorstep::client {

enum class Phase { kIdle, kHello, kPushing, kPulling, kWaitingToRetry };

// What went wrong last, in the terms a person needs to know.
enum class Trouble {
  kNone,
  kNoNetwork,      // the service does not answer
  kSlow,           // it did not answer in time
  kRefused,        // the device's certificate is not or no longer accepted
  kAppTooOld,
  kServiceFault,   // the service answered with an error of its own
  kStoreFault,     // the local store could not keep what came: disk full or damaged
};

struct SyncStatus {
  Phase phase = Phase::kIdle;
  Trouble trouble = Trouble::kNone;
  std::uint64_t waiting = 0;              // changes without a receipt
  std::uint64_t pushed = 0;               // of this exchange, done and in all
  std::uint64_t to_push = 0;
  std::uint64_t pulled_households = 0;    // new ones of this exchange, done and in all
  std::uint64_t to_pull_households = 0;
  std::uint64_t pulled_records = 0;
  std::uint64_t quarantined = 0;          // receipts of this exchange that need a person
  std::uint64_t conflicts = 0;
  absl::Time last_sync = absl::InfinitePast();  // last complete exchange
  absl::Time retry_at = absl::InfiniteFuture();
};

struct EngineSettings {
  std::string app_version;
  std::size_t batch_changes = 200;
  std::size_t batch_bytes = 256 * 1024;
  std::size_t batches_in_flight = 4;
  absl::Duration first_retry = absl::Seconds(2);
  absl::Duration longest_retry = absl::Minutes(10);
  absl::Duration idle_interval = absl::Minutes(15);  // an exchange even when nothing waits
};

// Decides when to say hello, push, pull and retry. Lives on one executor: every call and callback
// there. An exchange is hello → push → pull; a break leaves the store as it was after the last
// receipt or page, and the next exchange goes on from there. Retries back off exponentially with
// full jitter, and begin anew when the network returns.
class Engine {
 public:
  using Observer = std::function<void(const SyncStatus&)>;

  Engine(Replica& replica, Remote& remote, const outside::Clock& clock, outside::Random& random,
         outside::Executor& executor, EngineSettings settings, Observer observer);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void start();                 // first exchange now, then by itself
  void syncNow();               // by hand: at once, whatever the backoff
  void networkReturned();       // at once when something waits or the last exchange failed
  void changesWaiting();        // something was saved: push soon
  void stop();                  // ends what is under way; nothing is lost
  const SyncStatus& status() const;

 private:
  class Exchange;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstep::client
