#include "app/vault/sealed_files.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/vault/durable_file.h"
#include "sync/outside/octets.h"

namespace doorstep::vault {
namespace {

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::string_view kKeyLabel = "doorstep sealed files 1";

// Not the device secret itself, which wraps the PIN's slot.
Secret sealingKey(const Secret& device) {
  Secret key = Secret::random();
  crypto_generichash(key.bytes().data(), Secret::kSize, outside::octets(kKeyLabel), kKeyLabel.size(),
                     device.bytes().data(), Secret::kSize);
  return key;
}

bool mayBeName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

SealedFiles::SealedFiles(std::string folder, Disk& disk, DeviceSecret& device)
    : folder_(std::move(folder)), disk_(disk), device_(device) {}

absl::StatusOr<std::string> SealedFiles::pathOf(std::string_view name) const {
  return mayBeName(name) ? absl::StatusOr<std::string>(absl::StrCat(folder_, "/", std::string(name), ".sealed"))
                         : absl::InvalidArgumentError("a sealed file's name has lower-case letters, digits, hyphens");
}

absl::Status SealedFiles::seal(std::string_view name, std::string_view bytes) {
  const absl::StatusOr<std::string> path = pathOf(name);
  if (!path.ok()) {
    return path.status();
  }
  const absl::StatusOr<Secret> device = loadOrMake(device_);
  if (!device.ok()) {
    return device.status();
  }
  std::string content(kNonceSize + bytes.size() + kTagSize, '\0');
  auto* nonce = reinterpret_cast<unsigned char*>(content.data());
  randombytes_buf(nonce, kNonceSize);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceSize, nullptr, outside::octets(bytes), bytes.size(),
                                             outside::octets(name), name.size(), nullptr, nonce,
                                             sealingKey(*device).bytes().data());
  return DurableFile(disk_, *path).replace(content);
}

absl::StatusOr<std::string> SealedFiles::unseal(std::string_view name) {
  const absl::StatusOr<std::string> path = pathOf(name);
  if (!path.ok()) {
    return path.status();
  }
  const absl::StatusOr<std::string> content = DurableFile(disk_, *path).read();
  if (!content.ok()) {
    return content.status();
  }
  if (content->size() < kNonceSize + kTagSize) {
    return absl::DataLossError("a sealed file is damaged");
  }
  const absl::StatusOr<Secret> device = device_.load();
  if (!device.ok() && !absl::IsNotFound(device.status())) {
    return device.status();
  }
  const std::string_view nonce = std::string_view(*content).substr(0, kNonceSize);
  const std::string_view sealed = std::string_view(*content).substr(kNonceSize);
  std::string bytes(sealed.size() - kTagSize, '\0');
  // The checksum was right, so it is the secret that is not.
  if (!device.ok() ||
      crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<unsigned char*>(bytes.data()), nullptr, nullptr, outside::octets(sealed), sealed.size(),
          outside::octets(name), name.size(), outside::octets(nonce), sealingKey(*device).bytes().data()) != 0) {
    return absl::FailedPreconditionError("the device secret that sealed this file is gone");
  }
  return bytes;
}

}  // namespace doorstep::vault
