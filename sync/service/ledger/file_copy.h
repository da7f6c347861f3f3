#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

// Whole files as they lie on the disk. NOT_FOUND, PERMISSION_DENIED, RESOURCE_EXHAUSTED, INTERNAL as the system
// says.
namespace doorstep::service {

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;  // 32 bytes
};
absl::StatusOr<FileDigest> digestOf(const std::string& path);
// Into a new file, readable by its owner alone, that is on the disk when it returns; with the digest of what was
// read.
absl::StatusOr<FileDigest> copyFile(const std::string& from, const std::string& to);

absl::Status flushFolder(const std::string& folder);
absl::Status fileFailure(const char* what);  // of errno

}  // namespace doorstep::service
