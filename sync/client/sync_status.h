#pragma once

#include <cstdint>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace doorstep::client {

enum class Phase { kIdle, kHello, kPushing, kPulling, kWaitingToRetry, kTransferring, kComparing };

// What went wrong last, in the terms a person needs to know.
enum class Trouble {
  kNone,
  kNoNetwork,     // the service does not answer
  kSlow,          // it did not answer in time
  kRefused,       // the device's certificate is not or no longer accepted
  kNotKnown,      // the service does not know this device (any more); what it holds was handed in and put aside
  kRevoked,       // the device was withdrawn: everything was handed in and its keys are destroyed
  kAppTooOld,     // the app must be updated; what was recorded has been taken
  kServiceFault,  // the service answered with an error of its own, or against the protocol
  kStoreFault,    // the local store could not keep or give what was needed: disk full or damaged
  kServiceFull,   // the service has no room for pictures; records still come through
};

struct SyncStatus {
  Phase phase = Phase::kIdle;
  Trouble trouble = Trouble::kNone;
  absl::StatusCode trouble_code = absl::StatusCode::kOk;  // behind it, for the log
  std::uint64_t waiting = 0;                              // changes without a receipt
  std::uint64_t pushed = 0;                               // of this exchange, done and in all
  std::uint64_t to_push = 0;
  std::uint64_t pulled_households = 0;  // new ones of this exchange, done and in all
  std::uint64_t to_pull_households = 0;
  std::uint64_t pulled_records = 0;
  std::uint64_t quarantined = 0;  // receipts of this exchange that need a person
  std::uint64_t conflicts = 0;
  std::uint64_t contents_waiting = 0;  // pictures that are here and not at the service
  std::uint64_t contents_moved = 0;    // of this exchange: complete, and all that were to move
  std::uint64_t contents_to_move = 0;
  std::uint64_t content_bytes_moved = 0;
  bool contents_held_back = false;              // they wait because the network costs
  absl::Time last_sync = absl::InfinitePast();  // last complete exchange
  absl::Time retry_at = absl::InfiniteFuture();
};

}  // namespace doorstep::client
