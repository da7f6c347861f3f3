#pragma once

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/escrow/secret.h"

namespace doorstep::vault {

using escrow::Secret;

// Where the operating system keeps this device's own 32 bytes, so that a copied profile folder is worth
// nothing elsewhere. May block while the system asks the person; called on the vault's thread.
class DeviceSecret {
 public:
  virtual ~DeviceSecret() = default;
  // NOT_FOUND: there is none (yet, or any more). Any other error: the key store cannot be asked now.
  virtual absl::StatusOr<Secret> load() = 0;
  virtual absl::Status store(const Secret& secret) = 0;
};

// The secret, made and stored on first use and read back before anybody relies on it.
absl::StatusOr<Secret> loadOrMake(DeviceSecret& device);

}  // namespace doorstep::vault
