#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/vault/device_secret.h"
#include "app/vault/disk.h"

namespace doorstep::vault {

// Small secrets that must be readable without a PIN, since the lock screen syncs, too: the device's
// private key, its certificate. Each is one file "<name>.sealed" in the folder, encrypted with a key derived from
// the device secret and bound to its name. Names: lower-case letters, digits and hyphens.
class SealedFiles {
 public:
  SealedFiles(std::string folder, Disk& disk, DeviceSecret& device);

  absl::Status seal(std::string_view name, std::string_view bytes);
  // NOT_FOUND: never sealed. FAILED_PRECONDITION: the device secret is gone or another one; what was
  // sealed is lost with it and the device has to be enrolled again. DATA_LOSS: damaged.
  absl::StatusOr<std::string> unseal(std::string_view name);

 private:
  absl::StatusOr<std::string> pathOf(std::string_view name) const;

  std::string folder_;
  Disk& disk_;
  DeviceSecret& device_;
};

}  // namespace doorstep::vault
