#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sync/escrow/secret.h"

namespace doorstep::vault {

using escrow::Secret;

// What one try of a PIN costs (Argon2id). Kept in each slot, so that it may grow later.
struct PinCost {
  std::uint64_t operations = 3;
  std::uint64_t memory_bytes = 268'435'456;  // libsodium's MODERATE
};

// The database key wrapped by PIN and device secret together: the PIN alone, guessed on a copied file, is
// worth nothing without the device, and the other way round.
struct PinSlot {
  PinCost cost;
  std::string salt;
  std::string nonce;
  std::string sealed;
  // Tells "this is not the device secret of then" from "this is not the PIN".
  std::string device_mark;
};

// D: six characters at least. Digits typed full-width, as Chinese keyboards do, are the same digits.
inline constexpr std::size_t kShortestPin = 6;
// INVALID_ARGUMENT for a PIN that may not be chosen.
absl::Status checkNewPin(std::string_view pin);

// RESOURCE_EXHAUSTED when there is not enough memory for the cost.
absl::StatusOr<PinSlot> closePinSlot(const Secret& key, std::string_view pin, const Secret& device, PinCost cost);
// PERMISSION_DENIED: the wrong PIN. FAILED_PRECONDITION: another device secret.
absl::StatusOr<Secret> openPinSlot(const PinSlot& slot, std::string_view pin, const Secret& device);

}  // namespace doorstep::vault
