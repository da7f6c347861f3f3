#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// The first call of an exchange (sync.proto): who is behind, and has the scope changed?
absl::StatusOr<v1::HelloReply> answerHello(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           const v1::HelloRequest& request, absl::Time now);

}  // namespace doorstep::service
