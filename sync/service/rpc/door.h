#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <string>

#include "absl/status/statusor.h"
#include "sync/service/caller.h"
#include "sync/service/handin/hand_in.h"
#include "sync/service/rpc/parts.h"

// Where every call comes in: a deadline, a certificate of ours whose fingerprint is valid now, a caller
// whom the method is for (architecture decision 14).
namespace doorstep::service {

// INVALID_ARGUMENT without a deadline, UNAUTHENTICATED an unknown certificate, PERMISSION_DENIED a
// revoked one or a method that is not for this caller (callers.h). Refusals are audited. Reads the ledger.
absl::StatusOr<Caller> admit(Parts& parts, const grpc::ServerContextBase& context, const std::string& method);
// For Sync.HandIn alone: whom every other method refuses (handin/hand_in.h).
absl::StatusOr<Admission> admitToHandIn(Parts& parts, const grpc::ServerContextBase& context);
// The same for a call without a certificate: that it has a deadline.
absl::Status checkDeadline(const grpc::ServerContextBase& context);

// Again, inside a long stream: is this caller still welcome?
absl::Status stillWelcome(RegistryReader& registry, const Caller& caller);

grpc::Status toGrpc(const absl::Status& status);
// Notes how a call ended.
void noteCall(const Parts& parts, const std::string& method, const absl::Status& status, absl::Time began);

}  // namespace doorstep::service
