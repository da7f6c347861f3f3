#include "app/models/failure.h"

namespace doorstep::models {

Failure failureOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return Failure::None;
    case absl::StatusCode::kUnavailable:
      return Failure::NoNetwork;
    case absl::StatusCode::kDeadlineExceeded:
      return Failure::Slow;
    case absl::StatusCode::kUnauthenticated:
      return Failure::Refused;
    case absl::StatusCode::kPermissionDenied:
      return Failure::NotPermitted;
    case absl::StatusCode::kResourceExhausted:
      return Failure::DiskFull;
    case absl::StatusCode::kDataLoss:
      return Failure::Damaged;
    case absl::StatusCode::kNotFound:
      return Failure::NotFound;
    default:
      return Failure::Unexpected;
  }
}

Failure failureOf(client::Trouble trouble) {
  switch (trouble) {
    case client::Trouble::kNone:
      return Failure::None;
    case client::Trouble::kNoNetwork:
      return Failure::NoNetwork;
    case client::Trouble::kSlow:
      return Failure::Slow;
    case client::Trouble::kRefused:
      return Failure::Refused;
    case client::Trouble::kNotKnown:
      return Failure::NotKnown;
    case client::Trouble::kRevoked:
      return Failure::Revoked;
    case client::Trouble::kAppTooOld:
      return Failure::AppTooOld;
    case client::Trouble::kServiceFault:
      return Failure::ServiceFault;
    case client::Trouble::kServiceFull:
      return Failure::ServiceFull;
    case client::Trouble::kStoreFault:
      return Failure::DiskFull;
  }
  return Failure::Unexpected;
}

}  // namespace doorstep::models
