#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Keeps what a hello tells of a replica's time (sync/replication/trusted_time.h). One of a replica that is not the
// caller's, or whose stamp is not fit, leaves nothing behind.
absl::Status keepHelloMark(DistrictWriter& ledger, const std::string& fingerprint, const v1::HelloRequest& request,
                           absl::Time now);

}  // namespace doorstep::service
