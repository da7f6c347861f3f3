#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// X.509 with EC keys on P-256, DER in and out unless a name says PEM. Dates are wide, 2000 to 2099: a
// tablet's clock may be wrong, and what is valid is the list of fingerprints (architecture decision 14).
namespace doorstep::service {

struct KeyAndCertificate {
  std::string key_pem;  // PKCS#8
  std::string certificate_pem;
};

absl::StatusOr<KeyAndCertificate> makeAuthority(const std::string& common_name);
// A key and a certificate signed by the authority; `dns_name` empty: for a client.
absl::StatusOr<KeyAndCertificate> makeSigned(const KeyAndCertificate& authority, const std::string& common_name,
                                             const std::string& dns_name);
// For a device's own key: INVALID_ARGUMENT unless the request (PKCS#10) is well-formed, signed with the
// key it names, and that key is on P-256. Nothing else of the request is taken over.
absl::StatusOr<std::string> signRequest(const KeyAndCertificate& authority, std::string_view signing_request,
                                        const std::string& common_name);

absl::StatusOr<std::string> certificateDer(std::string_view pem);
absl::StatusOr<std::string> certificatePem(std::string_view der);
std::string fingerprintOf(std::string_view certificate_der);  // SHA-256

}  // namespace doorstep::service
