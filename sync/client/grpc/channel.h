#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace doorstep::client {

// What proves this device to the service and the service to it. Lives in memory and in the
// encrypted store, never in a file of its own.
struct DeviceIdentity {
  std::string private_key;  // PKCS#8, DER
  std::string certificate;  // X.509, DER
  std::string authority;    // X.509, DER: the only authority that is trusted
};

// A channel with mutual TLS to "host:port". The service's certificate is checked against the
// authority and the name "doorstepd", whatever the host is called. Connects when first used.
// INVALID_ARGUMENT when a key or certificate cannot be read.
absl::StatusOr<std::shared_ptr<grpc::Channel>> openChannel(const std::string& address, const DeviceIdentity& identity);

// For the enrolment port: encrypted, but trusting whoever answers. Trust comes from the proofs alone.
std::shared_ptr<grpc::Channel> openEnrolmentChannel(const std::string& address);

}  // namespace doorstep::client
