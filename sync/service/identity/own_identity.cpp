#include "sync/service/identity/own_identity.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/attempt.h"
#include "sync/service/identity/private_file.h"

namespace doorstep::service {
namespace {

// The authority's certificate is written last: until it stands, first start begins anew.
absl::Status makeAll(const std::string& folder) {
  DOORSTEP_ASSIGN(const KeyAndCertificate authority, makeAuthority("Doorstep"));
  DOORSTEP_ASSIGN(const KeyAndCertificate service, makeSigned(authority, kServiceName, kServiceName));
  DOORSTEP_ASSIGN(const KeyAndCertificate operators, makeSigned(authority, "operator", ""));
  const escrow::KeyPair escrow = escrow::makeKeyPair();
  DOORSTEP_TRY(writePrivateFile(folder + "/escrow.key", escrow.secret_key.view()));
  DOORSTEP_TRY(writePrivateFile(folder + "/escrow.pub", escrow.public_key));
  DOORSTEP_TRY(writePrivateFile(folder + "/service.key", service.key_pem));
  DOORSTEP_TRY(writePrivateFile(folder + "/service.pem", service.certificate_pem));
  DOORSTEP_TRY(writePrivateFile(folder + "/operator.pem",
                                absl::StrCat(operators.key_pem, operators.certificate_pem, authority.certificate_pem)));
  DOORSTEP_TRY(writePrivateFile(folder + "/authority.key", authority.key_pem));
  return writePrivateFile(folder + "/authority.pem", authority.certificate_pem);
}

// A key of its own, so that a data folder from before there were bundles gets one, too.
absl::StatusOr<escrow::Secret> loadOrMakeBundleKey(const std::string& path) {
  if (!fileExists(path)) {
    DOORSTEP_TRY(writePrivateFile(path, escrow::makeKeyPair().secret_key.view()));
  }
  DOORSTEP_ASSIGN(const std::string bytes, readFile(path));
  std::optional<escrow::Secret> key = escrow::Secret::of(bytes);
  return key.has_value() ? absl::StatusOr<escrow::Secret>(*std::move(key))
                         : absl::DataLossError("bundle.key is not a key of 32 bytes");
}

absl::Status loadBundleKeys(const std::string& data_folder, OwnIdentity& identity) {
  DOORSTEP_ASSIGN(escrow::Secret secret, loadOrMakeBundleKey(data_folder + "/bundle.key"));
  identity.bundle_public_key = escrow::publicKeyOf(secret);
  identity.bundle_secret_key = std::make_shared<const escrow::Secret>(std::move(secret));
  DOORSTEP_ASSIGN(const std::string certificate, readFile(identity.service_certificate_path));
  DOORSTEP_ASSIGN(identity.bundle_signer.certificate, certificateDer(certificate));
  DOORSTEP_ASSIGN(identity.bundle_signer.private_key, readFile(identity.service_key_path));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<OwnIdentity> loadOrMakeIdentity(const std::string& data_folder) {
  if (!fileExists(data_folder + "/authority.pem")) {
    DOORSTEP_TRY(makeAll(data_folder));
  }
  OwnIdentity identity;
  identity.authority_path = data_folder + "/authority.pem";
  identity.service_certificate_path = data_folder + "/service.pem";
  identity.service_key_path = data_folder + "/service.key";
  DOORSTEP_ASSIGN(identity.authority.certificate_pem, readFile(identity.authority_path));
  DOORSTEP_ASSIGN(identity.authority.key_pem, readFile(data_folder + "/authority.key"));
  DOORSTEP_ASSIGN(identity.authority_der, certificateDer(identity.authority.certificate_pem));
  DOORSTEP_ASSIGN(identity.escrow_public_key, readFile(data_folder + "/escrow.pub"));
  DOORSTEP_TRY(loadBundleKeys(data_folder, identity));
  if (fileExists(data_folder + "/operator.pem")) {
    DOORSTEP_ASSIGN(const std::string pem, readFile(data_folder + "/operator.pem"));
    DOORSTEP_ASSIGN(const std::string der, certificateDer(pem));
    identity.operator_fingerprint = fingerprintOf(der);
  }
  return identity;
}

}  // namespace doorstep::service
