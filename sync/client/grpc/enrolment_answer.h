#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "doorstep/v1/enrolment.pb.h"
#include "sync/client/grpc/enrolment_client.h"

namespace doorstep::client {

// "host" of "host:port" or "[v6]:port", in its brackets; INVALID_ARGUMENT otherwise.
absl::StatusOr<std::string> hostOf(const std::string& address);

// What an answer gives this device, once it is proved and whole: UNAUTHENTICATED when the service
// does not know the code's key or the certificate is not for our key, INTERNAL when parts are missing.
absl::StatusOr<EnrolmentResult> acceptAnswer(const v1::EnrolReply& reply, const std::string& code_key,
                                             const std::string& private_key, const std::string& host);

}  // namespace doorstep::client
