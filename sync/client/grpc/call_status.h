#pragma once

#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace doorstep::client {

// gRPC's codes are absl's. One thing is put right: CANCELLED when nobody here cancelled is a service
// that went away in the middle, so UNAVAILABLE.
absl::Status callStatus(const grpc::Status& status, bool cancelled_here);

}  // namespace doorstep::client
