#include "sync/bundle/signature.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

#include "sync/outside/octets.h"

namespace doorstep::bundle {
namespace {

constexpr std::string_view kServiceName = "doorstepd";

template <auto Free>
struct Freer {
  template <typename T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<BIO_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;

Certificate readCertificate(std::string_view der) {
  const unsigned char* begin = outside::octets(der);
  Certificate certificate(d2i_X509(nullptr, &begin, static_cast<long>(der.size())));
  // Nothing may hide behind it.
  return begin == outside::octets(der) + der.size() ? std::move(certificate) : nullptr;
}

Key readKey(std::string_view key) {
  if (key.starts_with("-----")) {
    const Bio in(BIO_new_mem_buf(key.data(), static_cast<int>(key.size())));
    return Key(PEM_read_bio_PrivateKey(in.get(), nullptr, nullptr, nullptr));
  }
  const unsigned char* begin = outside::octets(key);
  return Key(d2i_AutoPrivateKey(nullptr, &begin, static_cast<long>(key.size())));
}

}  // namespace

absl::StatusOr<std::string> sign(const Signer& signer, std::string_view bytes) {
  const Key key = readKey(signer.private_key);
  const Digest digest(EVP_MD_CTX_new());
  std::size_t size = 0;
  if (!key || !digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
      EVP_DigestSign(digest.get(), nullptr, &size, outside::octets(bytes), bytes.size()) != 1) {
    return absl::InvalidArgumentError("the key cannot sign");
  }
  std::string signature(size, '\0');
  if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, outside::octets(bytes),
                     bytes.size()) != 1) {
    return absl::InvalidArgumentError("the key cannot sign");
  }
  signature.resize(size);
  return signature;
}

bool isSignedBy(std::string_view certificate, std::string_view bytes, std::string_view signature) {
  const Certificate read = readCertificate(certificate);
  EVP_PKEY* key = read ? X509_get0_pubkey(read.get()) : nullptr;
  const Digest digest(EVP_MD_CTX_new());
  return key != nullptr && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
         EVP_DigestVerify(digest.get(), outside::octets(signature), signature.size(), outside::octets(bytes),
                          bytes.size()) == 1;
}

bool isIssuedBy(std::string_view certificate, std::string_view authority) {
  const Certificate own = readCertificate(certificate);
  const Certificate issuer = readCertificate(authority);
  return own && issuer && X509_verify(own.get(), X509_get0_pubkey(issuer.get())) == 1;
}

bool isServiceCertificate(std::string_view certificate) {
  const Certificate read = readCertificate(certificate);
  return read && X509_check_host(read.get(), kServiceName.data(), kServiceName.size(),
                                 X509_CHECK_FLAG_NEVER_CHECK_SUBJECT, nullptr) == 1;
}

}  // namespace doorstep::bundle
