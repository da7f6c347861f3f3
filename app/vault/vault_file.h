#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "app/vault/pin_slot.h"

namespace doorstep::vault {

// The database key sealed to the organisation (sync/escrow).
struct EscrowSlot {
  std::string public_key;
  std::string sealed;
};

// Wrong PINs in a row, and the moment of the last by the clock that cannot be set.
struct Attempts {
  std::int64_t failed = 0;
  std::int64_t at_monotonic_ms = 0;
  std::string boot_id;
};

// What stands in the vault's one file.
struct VaultContents {
  // Of the database key; shows a recovery key to be the right one.
  std::string key_mark;
  PinSlot pin;
  EscrowSlot escrow;
  Attempts attempts;
};

std::string keyMark(const Secret& key);

// JSON with a format number; FAILED_PRECONDITION for a format from a newer program, DATA_LOSS for none.
std::string toBytes(const VaultContents& contents);
absl::StatusOr<VaultContents> fromBytes(std::string_view bytes);

}  // namespace doorstep::vault
