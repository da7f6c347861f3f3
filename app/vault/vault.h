#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "app/vault/device_secret.h"
#include "app/vault/durable_file.h"
#include "app/vault/vault_file.h"
#include "sync/outside/clock.h"

namespace doorstep::vault {

// Keeps the database's random key in "vault.slots" of the profile's folder, wrapped twice: by PIN and
// device secret, and sealed to the organisation. Changing the PIN rewraps the key and never touches the
// database. Killed at any step, the old or the new slot works. Nothing here ever deletes a slot for
// wrong PINs.
//
// One thread at a time; a try takes Argon2id's time (a second on a tablet), so not the UI thread.
class Vault {
 public:
  // All three outlive the vault.
  Vault(const std::string& folder, Disk& disk, DeviceSecret& device, const outside::Clock& clock,
        PinCost cost = PinCost{});

  // Whether a vault was made here, be it damaged.
  bool exists();

  // Makes key and slots. ALREADY_EXISTS; INVALID_ARGUMENT for a PIN too short or no public key.
  absl::StatusOr<Secret> create(std::string_view pin, std::string_view escrow_public_key);

  // PERMISSION_DENIED    the wrong PIN; counted
  // UNAVAILABLE          waitBeforeNextTry() is not over; not counted. Or the key store does not answer
  // FAILED_PRECONDITION  the device secret is gone: the recovery key helps. Or a newer program's vault
  // DATA_LOSS            the file is damaged
  // NOT_FOUND            there is no vault
  absl::StatusOr<Secret> unlock(std::string_view pin);
  absl::Duration waitBeforeNextTry();

  // The errors of unlock() for the old PIN, INVALID_ARGUMENT for the new one.
  absl::Status changePin(std::string_view old_pin, std::string_view new_pin);

  // What a person who forgot the PIN hands in to the organisation (escrow::openSlotText) …
  absl::StatusOr<std::string> escrowSlotText();
  // … and types when it comes back. INVALID_ARGUMENT: mistyped, with the place. PERMISSION_DENIED: the
  // key of another vault. Then setPin() gives the key a PIN again and forgets the wrong ones.
  absl::StatusOr<Secret> unlockWithRecoveryKey(std::string_view recovery_text);
  absl::Status setPin(const Secret& key, std::string_view pin);

 private:
  absl::StatusOr<VaultContents> load();
  absl::Status save(const VaultContents& contents);
  absl::StatusOr<Secret> deviceOfSlot();
  absl::Status keepAttempts(VaultContents contents, const Attempts& attempts);

  DurableFile file_;
  DeviceSecret& device_;
  const outside::Clock& clock_;
  PinCost cost_;
  // Those of the file, or newer ones that a full disk did not take.
  std::optional<Attempts> attempts_;
};

}  // namespace doorstep::vault
