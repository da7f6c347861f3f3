#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Files of contents as they lie on the disk. RESOURCE_EXHAUSTED, NOT_FOUND, PERMISSION_DENIED, INTERNAL as the
// system says.
namespace doorstep::service {

std::uint64_t fileSize(const std::string& path);  // 0 when there is none
// At a place in a file that its owner alone may read, made when there is none; on the disk when it returns.
// After an error nothing of it lies behind that place.
absl::Status writeAt(const std::string& path, std::uint64_t place, std::string_view bytes);
// Fewer bytes where the file ends.
absl::StatusOr<std::string> readAt(const std::string& path, std::uint64_t place, std::size_t size);
absl::Status renameFile(const std::string& from, const std::string& to, const std::string& folder);
absl::Status removeFile(const std::string& path);

}  // namespace doorstep::service
