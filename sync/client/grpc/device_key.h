#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// The device's own key and its certificate, in memory only. Any thread.
namespace doorstep::client {

struct DeviceKey {
  std::string private_key;      // PKCS#8, DER; EC on P-256
  std::string signing_request;  // PKCS#10, DER, signed with it
};

absl::StatusOr<DeviceKey> makeDeviceKey();

// DER to PEM. INVALID_ARGUMENT when it is none.
absl::StatusOr<std::string> privateKeyPem(std::string_view pkcs8_der);
absl::StatusOr<std::string> certificatePem(std::string_view x509_der);

// OK when the certificate (DER) is for this key and signed by this authority (DER); otherwise
// UNAUTHENTICATED, or INVALID_ARGUMENT when one cannot be read. Dates are not looked at: a tablet's
// clock may be wrong.
absl::Status checkCertificate(std::string_view certificate, std::string_view private_key, std::string_view authority);

}  // namespace doorstep::client
