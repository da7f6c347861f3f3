#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "sync/bundle/signature.h"
#include "sync/escrow/secret.h"
#include "sync/service/identity/certificates.h"

namespace doorstep::service {

// Who this service is: its authority, its own certificate, the operator's, the organisation's escrow
// key. All made at first start, in files of the data folder that only their owner can read:
//   authority.pem authority.key   the own CA
//   service.pem   service.key     for the name "doorstepd"
//   operator.pem                  key, certificate and authority, for doorstepctl; may be moved away
//   escrow.key                    X25519 secret key, 32 bytes; belongs in a safe, the service never reads it
//   escrow.pub                    its public key, 32 bytes
//   bundle.key                    X25519 secret key, 32 bytes: bundles that come without a network are sealed to it
struct OwnIdentity {
  KeyAndCertificate authority;
  std::string authority_der;
  std::string operator_fingerprint;  // empty when operator.pem has been moved away
  std::string escrow_public_key;
  std::shared_ptr<const escrow::Secret> bundle_secret_key;
  std::string bundle_public_key;
  bundle::Signer bundle_signer;  // the service's own certificate signs bundles of receipts
  std::string service_certificate_path;
  std::string service_key_path;
  std::string authority_path;
};

inline constexpr char kServiceName[] = "doorstepd";

absl::StatusOr<OwnIdentity> loadOrMakeIdentity(const std::string& data_folder);

}  // namespace doorstep::service
