#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Who signed a bundle: ECDSA over SHA-256 with the key of an X.509 certificate. Dates of certificates are
// not looked at: a tablet's clock may be wrong. Any thread.
namespace doorstep::bundle {

struct Signer {
  std::string certificate;  // X.509, DER
  std::string private_key;  // PKCS#8, DER or PEM
};

// The signature, DER. INVALID_ARGUMENT when the key is none.
absl::StatusOr<std::string> sign(const Signer& signer, std::string_view bytes);
// Whether the certificate's key made this signature; false for a certificate that is none.
bool isSignedBy(std::string_view certificate, std::string_view bytes, std::string_view signature);

// Both DER: the authority's key signed this certificate.
bool isIssuedBy(std::string_view certificate, std::string_view authority);
// It is a service's certificate for the name "doorstepd", not a device's.
bool isServiceCertificate(std::string_view certificate);

}  // namespace doorstep::bundle
