#include "tests/simulation/signatures.h"

#include "sync/service/identity/certificates.h"
#include "sync/service/identity/own_identity.h"
#include "tests/scenario/must.h"

namespace doorstep::simulation {
namespace {

using tests::must;

constexpr std::size_t kMostTablets = 20;

bundle::Signer signerFor(const service::KeyAndCertificate& authority, const std::string& name,
                         const std::string& dns_name) {
  const auto made = must(service::makeSigned(authority, name, dns_name), "a certificate");
  return {must(service::certificateDer(made.certificate_pem), "a certificate"), made.key_pem};
}

Signatures make() {
  Signatures made;
  const auto authority = must(service::makeAuthority("simulation"), "an authority");
  made.authority = must(service::certificateDer(authority.certificate_pem), "an authority");
  made.service = signerFor(authority, service::kServiceName, service::kServiceName);
  for (std::size_t tablet = 0; tablet < kMostTablets; ++tablet) {
    made.tablets.push_back(signerFor(authority, Signatures::nameOf(tablet), ""));
  }
  return made;
}

}  // namespace

std::string Signatures::nameOf(const std::string& fingerprint) const {
  for (std::size_t tablet = 0; tablet < tablets.size(); ++tablet) {
    if (service::fingerprintOf(tablets[tablet].certificate) == fingerprint) {
      return nameOf(tablet);
    }
  }
  return fingerprint;
}

const Signatures& signatures() {
  static const Signatures made = make();
  return made;
}

}  // namespace doorstep::simulation
