#include "sync/client/grpc/device_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace doorstep::client {
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

Key readKey(std::string_view der) {
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  return Key(d2i_AutoPrivateKey(nullptr, &begin, static_cast<long>(der.size())));
}

Certificate readCertificate(std::string_view der) {
  const auto* begin = reinterpret_cast<const unsigned char*>(der.data());
  return Certificate(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
}

std::string contents(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Request makeSigningRequest(EVP_PKEY* key) {
  Request request(X509_REQ_new());
  if (!request || X509_REQ_set_version(request.get(), 0) != 1) {
    return nullptr;
  }
  const auto* name = reinterpret_cast<const unsigned char*>("doorstep device");
  const bool made =
      X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request.get()), "CN", MBSTRING_ASC, name, -1, -1, 0) == 1 &&
      X509_REQ_set_pubkey(request.get(), key) == 1 && X509_REQ_sign(request.get(), key, EVP_sha256()) > 0;
  return made ? std::move(request) : nullptr;
}

}  // namespace

absl::StatusOr<DeviceKey> makeDeviceKey() {
  const Key key(EVP_EC_gen("P-256"));
  const Request request = key ? makeSigningRequest(key.get()) : nullptr;
  const Bio key_out(BIO_new(BIO_s_secmem()));
  const Bio request_out(BIO_new(BIO_s_mem()));
  if (!request || !key_out || !request_out ||
      i2d_PKCS8PrivateKey_bio(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      i2d_X509_REQ_bio(request_out.get(), request.get()) != 1) {
    return absl::InternalError("the device's key could not be made");
  }
  return DeviceKey{contents(key_out.get()), contents(request_out.get())};
}

absl::StatusOr<std::string> privateKeyPem(std::string_view pkcs8_der) {
  const Key key = readKey(pkcs8_der);
  const Bio out(BIO_new(BIO_s_secmem()));
  if (!key || !out || PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return absl::InvalidArgumentError("the device's key cannot be read");
  }
  return contents(out.get());
}

absl::StatusOr<std::string> certificatePem(std::string_view x509_der) {
  const Certificate certificate = readCertificate(x509_der);
  const Bio out(BIO_new(BIO_s_mem()));
  if (!certificate || !out || PEM_write_bio_X509(out.get(), certificate.get()) != 1) {
    return absl::InvalidArgumentError("a certificate cannot be read");
  }
  return contents(out.get());
}

absl::Status checkCertificate(std::string_view certificate, std::string_view private_key, std::string_view authority) {
  const Certificate own = readCertificate(certificate);
  const Certificate issuer = readCertificate(authority);
  const Key key = readKey(private_key);
  if (!own || !issuer || !key) {
    return absl::InvalidArgumentError("a certificate or the key cannot be read");
  }
  if (X509_check_private_key(own.get(), key.get()) != 1) {
    return absl::UnauthenticatedError("the certificate is for another key");
  }
  if (X509_verify(own.get(), X509_get0_pubkey(issuer.get())) != 1) {
    return absl::UnauthenticatedError("the certificate is not of this authority");
  }
  return absl::OkStatus();
}

}  // namespace doorstep::client
