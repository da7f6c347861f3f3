#include "sync/client/grpc/call_status.h"

namespace doorstep::client {

absl::Status callStatus(const grpc::Status& status, bool cancelled_here) {
  if (status.ok()) {
    return absl::OkStatus();
  }
  if (cancelled_here) {
    return absl::CancelledError("cancelled here");
  }
  if (status.error_code() == grpc::StatusCode::CANCELLED) {
    return absl::UnavailableError("the service ended the call");
  }
  return {static_cast<absl::StatusCode>(status.error_code()), status.error_message()};
}

}  // namespace doorstep::client
