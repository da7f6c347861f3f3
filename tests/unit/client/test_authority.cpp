#include "tests/unit/client/test_authority.h"

#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "sync/client/grpc/device_key.h"

namespace doorstep::tests {
namespace {

constexpr long kDay = 24 * 60 * 60;

std::string toDer(const X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  std::string out(reinterpret_cast<char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

void name(X509_NAME* of, const char* text) {
  X509_NAME_add_entry_by_txt(of, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(text), -1, -1, 0);
}

void extend(X509* certificate, int id, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

X509* begin(EVP_PKEY* key, const char* subject) {
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate), kDay);
  X509_set_pubkey(certificate, key);
  name(X509_get_subject_name(certificate), subject);
  return certificate;
}

}  // namespace

struct TestAuthority::Keys {
  EVP_PKEY* key;
  X509* certificate;
};

TestAuthority::TestAuthority() : keys_(std::make_unique<Keys>()) {
  keys_->key = EVP_EC_gen("P-256");
  keys_->certificate = begin(keys_->key, "test authority");
  X509_set_issuer_name(keys_->certificate, X509_get_subject_name(keys_->certificate));
  extend(keys_->certificate, NID_basic_constraints, "critical,CA:TRUE");
  X509_sign(keys_->certificate, keys_->key, EVP_sha256());
  certificate_ = toDer(keys_->certificate);
}

TestAuthority::~TestAuthority() {
  X509_free(keys_->certificate);
  EVP_PKEY_free(keys_->key);
}

std::string TestAuthority::sign(const std::string& signing_request) const {
  const auto* der = reinterpret_cast<const unsigned char*>(signing_request.data());
  X509_REQ* request = d2i_X509_REQ(nullptr, &der, static_cast<long>(signing_request.size()));
  X509* certificate = begin(X509_REQ_get0_pubkey(request), "test device");
  X509_set_issuer_name(certificate, X509_get_subject_name(keys_->certificate));
  extend(certificate, NID_subject_alt_name, "DNS:doorstepd");
  X509_sign(certificate, keys_->key, EVP_sha256());
  std::string out = toDer(certificate);
  X509_free(certificate);
  X509_REQ_free(request);
  return out;
}

client::DeviceIdentity TestAuthority::enrolDevice() const {
  const client::DeviceKey key = *client::makeDeviceKey();
  return {key.private_key, sign(key.signing_request), certificate_};
}

std::shared_ptr<grpc::ServerCredentials> TestAuthority::credentials(bool mutual) const {
  const client::DeviceIdentity own = enrolDevice();
  grpc::SslServerCredentialsOptions options(mutual ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
                                                   : GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE);
  options.pem_root_certs = *client::certificatePem(certificate_);
  options.pem_key_cert_pairs.push_back(
      {*client::privateKeyPem(own.private_key), *client::certificatePem(own.certificate)});
  return grpc::SslServerCredentials(options);
}

std::shared_ptr<grpc::ServerCredentials> TestAuthority::mutualTls() const {
  return credentials(true);
}
std::shared_ptr<grpc::ServerCredentials> TestAuthority::plainTls() const {
  return credentials(false);
}

}  // namespace doorstep::tests
