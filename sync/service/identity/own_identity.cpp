#include "sync/service/identity/own_identity.h"

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
  if (fileExists(data_folder + "/operator.pem")) {
    DOORSTEP_ASSIGN(const std::string pem, readFile(data_folder + "/operator.pem"));
    DOORSTEP_ASSIGN(const std::string der, certificateDer(pem));
    identity.operator_fingerprint = fingerprintOf(der);
  }
  return identity;
}

}  // namespace doorstep::service
