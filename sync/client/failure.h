#pragma once

#include "absl/status/status.h"
#include "sync/client/sync_status.h"

namespace doorstep::client {

// Why an exchange ended: what to tell a person, and the status behind it.
struct Failure {
  Trouble trouble = Trouble::kNone;
  absl::Status status;
};

// The same code means different things at the two doors, so each failure is named where it happens.
Failure storeFailure(absl::Status status);
Failure remoteFailure(absl::Status status);
// The same while contents travel: a service whose disk is full says so.
Failure transferFailure(absl::Status status);
// The service answered something the protocol does not allow.
Failure protocolFailure(const char* what);

}  // namespace doorstep::client
