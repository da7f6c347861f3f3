#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace doorstep::service {

// Whole files, written beside and then renamed, so that a killed service leaves none half-written;
// readable by their owner alone. PERMISSION_DENIED, RESOURCE_EXHAUSTED, INTERNAL as the system says.
absl::Status writePrivateFile(const std::string& path, std::string_view content);
absl::StatusOr<std::string> readFile(const std::string& path);  // NOT_FOUND when there is none
bool fileExists(const std::string& path);

}  // namespace doorstep::service
