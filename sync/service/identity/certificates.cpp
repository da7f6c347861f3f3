#include "sync/service/identity/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>

#include "absl/status/status.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"

namespace doorstep::service {
namespace {

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Request = std::unique_ptr<X509_REQ, Freer<X509_REQ_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;

constexpr char kFrom[] = "20000101000000Z";
constexpr char kUntil[] = "20991231235959Z";

std::string contents(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Bio reading(std::string_view text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate readPem(std::string_view pem) {
  const Bio in = reading(pem);
  return Certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
}

Key readKeyPem(std::string_view pem) {
  const Bio in = reading(pem);
  return Key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
}

absl::StatusOr<std::string> toDer(X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  if (i2d_X509_bio(out.get(), certificate) != 1) {
    return absl::InternalError("a certificate cannot be written");
  }
  return contents(out.get());
}

absl::StatusOr<std::string> toPem(X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  if (PEM_write_bio_X509(out.get(), certificate) != 1) {
    return absl::InternalError("a certificate cannot be written");
  }
  return contents(out.get());
}

absl::StatusOr<std::string> toPem(EVP_PKEY* key) {
  const Bio out(BIO_new(BIO_s_secmem()));
  if (!out || PEM_write_bio_PKCS8PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return absl::InternalError("a key cannot be written");
  }
  return contents(out.get());
}

bool addExtension(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509* certificate) {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    return false;
  }
  bytes[0] &= 0x7F;  // a positive number
  const Number number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
  return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

// Everything but extensions and signature.
Certificate draft(EVP_PKEY* key, const std::string& common_name) {
  Certificate certificate(X509_new());
  const auto* name = reinterpret_cast<const unsigned char*>(common_name.data());
  const bool made = certificate && X509_set_version(certificate.get(), 2) == 1 && setSerial(certificate.get()) &&
                    ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), kFrom) == 1 &&
                    ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()), kUntil) == 1 &&
                    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8, name,
                                               static_cast<int>(common_name.size()), -1, 0) == 1 &&
                    X509_set_pubkey(certificate.get(), key) == 1;
  return made ? std::move(certificate) : nullptr;
}

absl::Status sign(X509* certificate, X509* issuer, EVP_PKEY* issuer_key) {
  const bool done = X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
                    addExtension(certificate, issuer, NID_authority_key_identifier, "keyid") &&
                    X509_sign(certificate, issuer_key, EVP_sha256()) > 0;
  return done ? absl::OkStatus() : absl::InternalError("a certificate cannot be signed");
}

bool forClients(X509* certificate, X509* issuer) {
  return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
         addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
         addExtension(certificate, issuer, NID_ext_key_usage, "clientAuth");
}

bool forService(X509* certificate, X509* issuer, const std::string& dns_name) {
  return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
         addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
         addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth") &&
         addExtension(certificate, issuer, NID_subject_alt_name, ("DNS:" + dns_name).c_str());
}

bool isOnP256(EVP_PKEY* key) {
  std::array<char, 80> group{};
  std::size_t size = 0;
  return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
         std::string_view(group.data(), size) == SN_X9_62_prime256v1;
}

}  // namespace

absl::StatusOr<KeyAndCertificate> makeAuthority(const std::string& common_name) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = key ? draft(key.get(), common_name) : nullptr;
  const bool made =
      certificate && X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get())) == 1 &&
      addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
      addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
      addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash") &&
      X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0;
  if (!made) {
    return absl::InternalError("the authority's certificate cannot be made");
  }
  KeyAndCertificate authority;
  DOORSTEP_ASSIGN(authority.key_pem, toPem(key.get()));
  DOORSTEP_ASSIGN(authority.certificate_pem, toPem(certificate.get()));
  return authority;
}

absl::StatusOr<KeyAndCertificate> makeSigned(const KeyAndCertificate& authority, const std::string& common_name,
                                             const std::string& dns_name) {
  const Certificate issuer = readPem(authority.certificate_pem);
  const Key issuer_key = readKeyPem(authority.key_pem);
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate = key ? draft(key.get(), common_name) : nullptr;
  if (!issuer || !issuer_key || !certificate ||
      !(dns_name.empty() ? forClients(certificate.get(), issuer.get())
                         : forService(certificate.get(), issuer.get(), dns_name))) {
    return absl::InternalError("a certificate cannot be made");
  }
  DOORSTEP_TRY(sign(certificate.get(), issuer.get(), issuer_key.get()));
  KeyAndCertificate made;
  DOORSTEP_ASSIGN(made.key_pem, toPem(key.get()));
  DOORSTEP_ASSIGN(made.certificate_pem, toPem(certificate.get()));
  return made;
}

absl::StatusOr<std::string> signRequest(const KeyAndCertificate& authority, std::string_view signing_request,
                                        const std::string& common_name) {
  const auto* begin = reinterpret_cast<const unsigned char*>(signing_request.data());
  const Request request(d2i_X509_REQ(nullptr, &begin, static_cast<long>(signing_request.size())));
  EVP_PKEY* key = request ? X509_REQ_get0_pubkey(request.get()) : nullptr;
  if (key == nullptr || X509_REQ_verify(request.get(), key) != 1 || !isOnP256(key)) {
    return absl::InvalidArgumentError("the signing request is not one for a key on P-256");
  }
  const Certificate issuer = readPem(authority.certificate_pem);
  const Key issuer_key = readKeyPem(authority.key_pem);
  const Certificate certificate = draft(key, common_name);
  if (!issuer || !issuer_key || !certificate || !forClients(certificate.get(), issuer.get())) {
    return absl::InternalError("a certificate cannot be made");
  }
  DOORSTEP_TRY(sign(certificate.get(), issuer.get(), issuer_key.get()));
  return toDer(certificate.get());
}

absl::StatusOr<std::string> certificateDer(std::string_view pem) {
  const Certificate certificate = readPem(pem);
  if (!certificate) {
    return absl::InvalidArgumentError("a certificate cannot be read");
  }
  return toDer(certificate.get());
}

absl::StatusOr<std::string> certificatePem(std::string_view der) {
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  const Certificate certificate(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
  if (!certificate) {
    return absl::InvalidArgumentError("a certificate cannot be read");
  }
  return toPem(certificate.get());
}

std::string fingerprintOf(std::string_view certificate_der) {
  return replication::sha256(certificate_der);
}

}  // namespace doorstep::service
