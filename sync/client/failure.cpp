#include "sync/client/failure.h"

#include <utility>

namespace doorstep::client {
namespace {

Trouble troubleOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kUnavailable:
      return Trouble::kNoNetwork;
    case absl::StatusCode::kDeadlineExceeded:
      return Trouble::kSlow;
    case absl::StatusCode::kUnauthenticated:
    case absl::StatusCode::kPermissionDenied:
      return Trouble::kRefused;
    default:
      return Trouble::kServiceFault;
  }
}

}  // namespace

Failure storeFailure(absl::Status status) {
  return {Trouble::kStoreFault, std::move(status)};
}

Failure remoteFailure(absl::Status status) {
  const Trouble trouble = troubleOf(status.code());
  return {trouble, std::move(status)};
}

Failure transferFailure(absl::Status status) {
  return absl::IsResourceExhausted(status) ? Failure{Trouble::kServiceFull, std::move(status)}
                                           : remoteFailure(std::move(status));
}

Failure protocolFailure(const char* what) {
  return {Trouble::kServiceFault, absl::InternalError(what)};
}

}  // namespace doorstep::client
