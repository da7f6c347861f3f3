#include "app/vault/vault.h"

#include <utility>

#include "app/vault/attempts.h"
#include "sync/escrow/escrow.h"

namespace doorstep::vault {

absl::StatusOr<Secret> loadOrMake(DeviceSecret& device) {
  absl::StatusOr<Secret> present = device.load();
  if (present.ok() || !absl::IsNotFound(present.status())) {
    return present;
  }
  const Secret made = Secret::random();
  if (absl::Status stored = device.store(made); !stored.ok()) {
    return stored;
  }
  absl::StatusOr<Secret> again = device.load();
  if (again.ok() && !(*again == made)) {
    return absl::InternalError("the key store does not give back what was put in");
  }
  return again;
}

Vault::Vault(const std::string& folder, Disk& disk, DeviceSecret& device, const outside::Clock& clock, PinCost cost)
    : file_(disk, folder + "/vault.slots"), device_(device), clock_(clock), cost_(cost) {}

bool Vault::exists() {
  return !absl::IsNotFound(file_.read().status());
}

absl::StatusOr<VaultContents> Vault::load() {
  const absl::StatusOr<std::string> bytes = file_.read();
  absl::StatusOr<VaultContents> contents = bytes.ok() ? fromBytes(*bytes) : bytes.status();
  if (!contents.ok()) {
    return contents;
  }
  if (attempts_.has_value()) {
    contents->attempts = *attempts_;
  }
  if (remainingWait(contents->attempts, clock_) > absl::ZeroDuration() &&
      contents->attempts.boot_id != clock_.bootId()) {
    contents->attempts = begunNow(contents->attempts, clock_);
    keepAttempts(*contents, contents->attempts).IgnoreError();
  }
  return contents;
}

absl::Status Vault::save(const VaultContents& contents) {
  absl::Status status = file_.replace(toBytes(contents));
  if (status.ok()) {
    attempts_ = contents.attempts;
  }
  return status;
}

absl::StatusOr<Secret> Vault::create(std::string_view pin, std::string_view escrow_public_key) {
  if (exists()) {
    return absl::AlreadyExistsError("there is a vault already");
  }
  if (absl::Status allowed = checkNewPin(pin); !allowed.ok()) {
    return allowed;
  }
  const absl::StatusOr<Secret> device = loadOrMake(device_);
  if (!device.ok()) {
    return device.status();
  }
  Secret key = Secret::random();
  const absl::StatusOr<std::string> sealed = escrow::seal(key, escrow_public_key);
  if (!sealed.ok()) {
    return sealed.status();
  }
  absl::StatusOr<PinSlot> slot = closePinSlot(key, pin, *device, cost_);
  if (!slot.ok()) {
    return slot.status();
  }
  const absl::Status saved =
      save({keyMark(key), std::move(*slot), {std::string(escrow_public_key), *sealed}, Attempts{}});
  return saved.ok() ? absl::StatusOr<Secret>(std::move(key)) : saved;
}

absl::StatusOr<Secret> Vault::deviceOfSlot() {
  absl::StatusOr<Secret> device = device_.load();
  return absl::IsNotFound(device.status()) ? absl::FailedPreconditionError(
                                                 "the key store no longer holds this device's secret; the "
                                                 "organisation's recovery key opens the vault")
                                           : std::move(device);
}

absl::StatusOr<Secret> Vault::unlock(std::string_view pin) {
  absl::StatusOr<VaultContents> contents = load();
  if (!contents.ok()) {
    return contents.status();
  }
  if (remainingWait(contents->attempts, clock_) > absl::ZeroDuration()) {
    return absl::UnavailableError("too many wrong PINs; the next try has to wait");
  }
  const absl::StatusOr<Secret> device = deviceOfSlot();
  if (!device.ok()) {
    return device.status();
  }
  absl::StatusOr<Secret> key = openPinSlot(contents->pin, pin, *device);
  if (absl::IsPermissionDenied(key.status())) {
    keepAttempts(*contents, afterFailure(contents->attempts, clock_)).IgnoreError();
  } else if (key.ok() && contents->attempts.failed > 0) {
    keepAttempts(*contents, Attempts{}).IgnoreError();
  }
  return key;
}

// On a full disk the person is neither locked out nor given free tries: memory counts until it can be written.
absl::Status Vault::keepAttempts(VaultContents contents, const Attempts& attempts) {
  attempts_ = attempts;
  contents.attempts = attempts;
  return file_.replace(toBytes(contents));
}

absl::Duration Vault::waitBeforeNextTry() {
  const absl::StatusOr<VaultContents> contents = load();
  return contents.ok() ? remainingWait(contents->attempts, clock_) : absl::ZeroDuration();
}

absl::Status Vault::changePin(std::string_view old_pin, std::string_view new_pin) {
  if (absl::Status allowed = checkNewPin(new_pin); !allowed.ok()) {
    return allowed;
  }
  const absl::StatusOr<Secret> key = unlock(old_pin);
  return key.ok() ? setPin(*key, new_pin) : key.status();
}

absl::StatusOr<std::string> Vault::escrowSlotText() {
  const absl::StatusOr<VaultContents> contents = load();
  return contents.ok() ? absl::StatusOr<std::string>(escrow::slotText(contents->escrow.sealed)) : contents.status();
}

absl::StatusOr<Secret> Vault::unlockWithRecoveryKey(std::string_view recovery_text) {
  const absl::StatusOr<VaultContents> contents = load();
  if (!contents.ok()) {
    return contents.status();
  }
  absl::StatusOr<Secret> key = escrow::recoveryKeyFromText(recovery_text);
  if (key.ok() && keyMark(*key) != contents->key_mark) {
    return absl::PermissionDeniedError("this recovery key belongs to another vault");
  }
  return key;
}

absl::Status Vault::setPin(const Secret& key, std::string_view pin) {
  if (absl::Status allowed = checkNewPin(pin); !allowed.ok()) {
    return allowed;
  }
  absl::StatusOr<VaultContents> contents = load();
  if (!contents.ok()) {
    return contents.status();
  }
  if (keyMark(key) != contents->key_mark) {
    return absl::PermissionDeniedError("this is not the key of this vault");
  }
  const absl::StatusOr<Secret> device = loadOrMake(device_);
  if (!device.ok()) {
    return device.status();
  }
  absl::StatusOr<PinSlot> slot = closePinSlot(key, pin, *device, cost_);
  if (!slot.ok()) {
    return slot.status();
  }
  contents->pin = std::move(*slot);
  contents->attempts = Attempts{};
  return save(*contents);
}

}  // namespace doorstep::vault
