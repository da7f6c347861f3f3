#include "sync/escrow/escrow.h"

#include <sodium.h>

#include "sync/escrow/spoken_text.h"

namespace doorstep::escrow {
namespace {

// The first byte of each text says what it is, so that one is never taken for the other.
constexpr char kSlotMark = 'S';
constexpr char kRecoveryMark = 'R';

const unsigned char* unsignedBytes(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* unsignedBytes(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string markedText(char mark, std::string_view bytes) {
  std::string marked(1, mark);
  marked.append(bytes);
  std::string text = toSpokenText(marked);
  sodium_memzero(marked.data(), marked.size());
  return text;
}

absl::StatusOr<std::string> markedBytes(char mark, std::size_t size, std::string_view text) {
  absl::StatusOr<std::string> marked = fromSpokenText(text);
  if (!marked.ok()) {
    return marked.status();
  }
  const bool right = marked->size() == size + 1 && marked->front() == mark;
  std::string bytes = right ? marked->substr(1) : std::string();
  sodium_memzero(marked->data(), marked->size());
  if (!right) {
    return absl::InvalidArgumentError("this text is not complete, or it is not the one that is asked for");
  }
  return bytes;
}

}  // namespace

KeyPair makeKeyPair() {
  KeyPair pair{std::string(kPublicKeySize, '\0'), Secret::random()};
  static_assert(crypto_box_PUBLICKEYBYTES == kPublicKeySize && crypto_box_SECRETKEYBYTES == Secret::kSize);
  crypto_box_keypair(unsignedBytes(pair.public_key), pair.secret_key.bytes().data());
  return pair;
}

std::string publicKeyOf(const Secret& secret_key) {
  std::string public_key(kPublicKeySize, '\0');
  static_assert(crypto_scalarmult_BYTES == kPublicKeySize);
  crypto_scalarmult_base(unsignedBytes(public_key), secret_key.bytes().data());
  return public_key;
}

absl::StatusOr<std::string> seal(const Secret& key, std::string_view public_key) {
  static_assert(crypto_box_SEALBYTES + Secret::kSize == kSlotSize);
  std::string slot(kSlotSize, '\0');
  if (public_key.size() != kPublicKeySize ||
      crypto_box_seal(unsignedBytes(slot), key.bytes().data(), Secret::kSize, unsignedBytes(public_key)) != 0) {
    return absl::InvalidArgumentError("the organisation's public key is not one");
  }
  return slot;
}

absl::StatusOr<Secret> open(std::string_view slot, std::string_view public_key, const Secret& secret_key) {
  Secret key = Secret::random();
  if (slot.size() != kSlotSize || public_key.size() != kPublicKeySize ||
      crypto_box_seal_open(key.bytes().data(), unsignedBytes(slot), slot.size(), unsignedBytes(public_key),
                           secret_key.bytes().data()) != 0) {
    return absl::PermissionDeniedError("this slot was not sealed to this organisation's key");
  }
  return key;
}

std::string slotText(std::string_view slot) {
  return markedText(kSlotMark, slot);
}

absl::StatusOr<std::string> slotFromText(std::string_view text) {
  return markedBytes(kSlotMark, kSlotSize, text);
}

std::string recoveryText(const Secret& key) {
  return markedText(kRecoveryMark, key.view());
}

absl::StatusOr<Secret> recoveryKeyFromText(std::string_view text) {
  absl::StatusOr<std::string> bytes = markedBytes(kRecoveryMark, Secret::kSize, text);
  if (!bytes.ok()) {
    return bytes.status();
  }
  Secret key = std::move(*Secret::of(*bytes));
  sodium_memzero(bytes->data(), bytes->size());
  return key;
}

absl::StatusOr<std::string> openSlotText(std::string_view slot_text, std::string_view public_key,
                                         const Secret& secret_key) {
  const absl::StatusOr<std::string> slot = slotFromText(slot_text);
  if (!slot.ok()) {
    return slot.status();
  }
  const absl::StatusOr<Secret> key = open(*slot, public_key, secret_key);
  return key.ok() ? absl::StatusOr<std::string>(recoveryText(*key)) : key.status();
}

}  // namespace doorstep::escrow
