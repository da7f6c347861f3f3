#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// A change of a household that has left a device: acknowledged, to be sent again should the service be restored from a
// backup older than it, and no longer for this device to read (architecture decision 8). It is sealed to the service's
// bundle key (libsodium crypto_box_seal) and travels wherever its encoded change would; the hash that stands in
// the chain is that of the change within. A zero byte leads it, which no encoded change begins with.
namespace doorstep::replication {

bool isSealed(std::string_view change);
// INVALID_ARGUMENT when this is no public key.
absl::StatusOr<std::string> sealChange(std::string_view encoded, std::string_view service_key);
// What was sealed. PERMISSION_DENIED when it was sealed to another key, or is damaged.
absl::StatusOr<std::string> openChange(std::string_view sealed, std::string_view service_key,
                                       std::string_view secret_key);

}  // namespace doorstep::replication
