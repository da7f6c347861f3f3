#include "app/vault/pin_slot.h"

#include <sodium.h>

#include <QString>

#include "sync/outside/octets.h"

namespace doorstep::vault {
namespace {

static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == Secret::kSize);
static_assert(PinCost{}.operations == crypto_pwhash_OPSLIMIT_MODERATE &&
              PinCost{}.memory_bytes == crypto_pwhash_MEMLIMIT_MODERATE);

constexpr std::string_view kDeviceMarkLabel = "doorstep device mark 1";

std::string randomBytes(std::size_t count) {
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), count);
  return bytes;
}

QString normalised(std::string_view pin) {
  return QString::fromUtf8(pin.data(), static_cast<qsizetype>(pin.size()))
      .normalized(QString::NormalizationForm_KC)
      .trimmed();
}

// Of the secret, without telling anything about it.
std::string deviceMark(const Secret& device) {
  std::string mark(crypto_generichash_BYTES_MIN, '\0');
  crypto_generichash(outside::octets(mark), mark.size(), outside::octets(kDeviceMarkLabel), kDeviceMarkLabel.size(),
                     device.bytes().data(), Secret::kSize);
  return mark;
}

absl::StatusOr<Secret> wrappingKey(std::string_view pin, const Secret& device, std::string_view salt, PinCost cost) {
  QByteArray text = normalised(pin).toUtf8();
  Secret mixed = Secret::random();
  crypto_generichash(mixed.bytes().data(), Secret::kSize, reinterpret_cast<const unsigned char*>(text.constData()),
                     static_cast<unsigned long long>(text.size()), device.bytes().data(), Secret::kSize);
  sodium_memzero(text.data(), static_cast<std::size_t>(text.size()));
  Secret key = Secret::random();
  if (crypto_pwhash(key.bytes().data(), Secret::kSize, mixed.view().data(), Secret::kSize, outside::octets(salt),
                    cost.operations, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return absl::ResourceExhaustedError("there is not enough memory to try the PIN");
  }
  return key;
}

bool hasSizes(const PinSlot& slot) {
  return slot.salt.size() == crypto_pwhash_SALTBYTES &&
         slot.nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
         slot.sealed.size() == Secret::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
}

}  // namespace

absl::Status checkNewPin(std::string_view pin) {
  return normalised(pin).size() >= static_cast<qsizetype>(kShortestPin)
             ? absl::OkStatus()
             : absl::InvalidArgumentError("the PIN is too short");
}

absl::StatusOr<PinSlot> closePinSlot(const Secret& key, std::string_view pin, const Secret& device, PinCost cost) {
  PinSlot slot{cost, randomBytes(crypto_pwhash_SALTBYTES), randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
               std::string(Secret::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0'), deviceMark(device)};
  const absl::StatusOr<Secret> wrapping = wrappingKey(pin, device, slot.salt, cost);
  if (!wrapping.ok()) {
    return wrapping.status();
  }
  crypto_aead_xchacha20poly1305_ietf_encrypt(outside::octets(slot.sealed), nullptr, key.bytes().data(), Secret::kSize,
                                             nullptr, 0, nullptr, outside::octets(slot.nonce),
                                             wrapping->bytes().data());
  return slot;
}

absl::StatusOr<Secret> openPinSlot(const PinSlot& slot, std::string_view pin, const Secret& device) {
  if (!hasSizes(slot)) {
    return absl::DataLossError("the PIN's slot is damaged");
  }
  if (slot.device_mark != deviceMark(device)) {
    return absl::FailedPreconditionError("the PIN belongs to a device secret that is gone");
  }
  const absl::StatusOr<Secret> wrapping = wrappingKey(pin, device, slot.salt, slot.cost);
  if (!wrapping.ok()) {
    return wrapping.status();
  }
  Secret key = Secret::random();
  const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
      key.bytes().data(), nullptr, nullptr, outside::octets(slot.sealed), slot.sealed.size(), nullptr, 0,
      outside::octets(slot.nonce), wrapping->bytes().data());
  return result == 0 ? absl::StatusOr<Secret>(std::move(key)) : absl::PermissionDeniedError("this is not the PIN");
}

}  // namespace doorstep::vault
