#include "sync/replication/sealed_change.h"

#include <sodium.h>

#include "absl/status/status.h"

namespace doorstep::replication {
namespace {

constexpr char kMark = '\0';

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

bool isSealed(std::string_view change) {
  return change.size() > 1 + crypto_box_SEALBYTES && change.front() == kMark;
}

absl::StatusOr<std::string> sealChange(std::string_view encoded, std::string_view service_key) {
  if (sodium_init() < 0 || service_key.size() != crypto_box_PUBLICKEYBYTES) {
    return absl::InvalidArgumentError("not a public key");
  }
  std::string sealed(1 + crypto_box_SEALBYTES + encoded.size(), kMark);
  if (crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()) + 1, bytesOf(encoded), encoded.size(),
                      bytesOf(service_key)) != 0) {
    return absl::InvalidArgumentError("not a public key");
  }
  return sealed;
}

absl::StatusOr<std::string> openChange(std::string_view sealed, std::string_view service_key,
                                       std::string_view secret_key) {
  const bool fits = isSealed(sealed) && service_key.size() == crypto_box_PUBLICKEYBYTES &&
                    secret_key.size() == crypto_box_SECRETKEYBYTES;
  std::string encoded(fits ? sealed.size() - 1 - crypto_box_SEALBYTES : 0, '\0');
  if (!fits || crypto_box_seal_open(reinterpret_cast<unsigned char*>(encoded.data()), bytesOf(sealed) + 1,
                                    sealed.size() - 1, bytesOf(service_key), bytesOf(secret_key)) != 0) {
    return absl::PermissionDeniedError("a sealed change that is not for this key");
  }
  return encoded;
}

}  // namespace doorstep::replication
