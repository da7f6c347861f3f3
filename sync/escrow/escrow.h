#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sync/escrow/secret.h"

// A tablet's database key, deposited with the organisation: the tablet seals it to the organisation's
// public key and keeps the sealed slot. When a PIN is forgotten, the slot is handed in as text, the
// organisation opens it with its secret key, and the recovery key goes back as text. So a forgotten
// PIN never loses a visit. Pure functions; any thread.
namespace doorstep::escrow {

inline constexpr std::size_t kPublicKeySize = 32;  // X25519
inline constexpr std::size_t kSlotSize = 80;       // libsodium's crypto_box_seal of 32 bytes

struct KeyPair {
  std::string public_key;
  Secret secret_key;
};
// For the organisation, once. The secret key belongs in a safe, not on the service.
KeyPair makeKeyPair();
std::string publicKeyOf(const Secret& secret_key);

// INVALID_ARGUMENT when the public key is none.
absl::StatusOr<std::string> seal(const Secret& key, std::string_view public_key);
// PERMISSION_DENIED when the slot was sealed to another key or is damaged.
absl::StatusOr<Secret> open(std::string_view slot, std::string_view public_key, const Secret& secret_key);

// The text forms (spoken_text.h). Reading one is INVALID_ARGUMENT with the place of the first mistake.
std::string slotText(std::string_view slot);
absl::StatusOr<std::string> slotFromText(std::string_view text);
std::string recoveryText(const Secret& key);
absl::StatusOr<Secret> recoveryKeyFromText(std::string_view text);

// What the operator's tool does: from the handed-in slot text to the recovery text.
absl::StatusOr<std::string> openSlotText(std::string_view slot_text, std::string_view public_key,
                                         const Secret& secret_key);

}  // namespace doorstep::escrow
