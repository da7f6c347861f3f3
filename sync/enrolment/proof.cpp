#include "sync/enrolment/proof.h"

#include <sodium.h>

#include <array>
#include <initializer_list>

#include "absl/status/status.h"
#include "sync/enrolment/code.h"

namespace doorstep::enrolment {
namespace {

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string authenticate(std::string_view key, std::initializer_list<std::string_view> parts) {
  crypto_auth_hmacsha512256_state state;
  crypto_auth_hmacsha512256_init(&state, octets(key), key.size());
  for (const std::string_view part : parts) {
    crypto_auth_hmacsha512256_update(&state, octets(part), part.size());
  }
  std::string proof(crypto_auth_hmacsha512256_BYTES, '\0');
  crypto_auth_hmacsha512256_final(&state, reinterpret_cast<unsigned char*>(proof.data()));
  return proof;
}

}  // namespace

absl::StatusOr<std::string> deriveKey(std::string_view code) {
  if (sodium_init() < 0) {
    return absl::InternalError("libsodium does not start");
  }
  const std::string salted = locatorOf(code) + "doorstep enrolment";
  std::array<unsigned char, crypto_hash_sha256_BYTES> salt{};
  static_assert(crypto_pwhash_SALTBYTES <= crypto_hash_sha256_BYTES);
  crypto_hash_sha256(salt.data(), octets(salted), salted.size());

  std::string key(crypto_auth_hmacsha512256_KEYBYTES, '\0');
  if (crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), code.data(), code.size(), salt.data(),
                    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return absl::ResourceExhaustedError("not enough memory to derive a key from the code");
  }
  return key;
}

std::string deviceProof(std::string_view key, std::string_view signing_request, std::string_view replica_id) {
  return authenticate(key, {"device", signing_request, replica_id});
}

std::string serviceProof(std::string_view key, std::string_view authority, std::string_view certificate,
                         std::string_view escrow_key, std::string_view bundle_key) {
  return authenticate(key, {"service", authority, certificate, escrow_key, bundle_key});
}

bool sameProof(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace doorstep::enrolment
