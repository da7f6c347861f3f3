#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace doorstep::vault {

// What the vault does to its few small files, as steps that a test can let die one by one.
class Disk {
 public:
  virtual ~Disk() = default;
  // NOT_FOUND when there is none.
  virtual absl::StatusOr<std::string> read(const std::string& path) = 0;
  // Makes or overwrites a file readable by its owner alone; on the disk when it returns.
  virtual absl::Status write(const std::string& path, std::string_view bytes) = 0;
  // Replaces `to` at once and wholly; on the disk when it returns.
  virtual absl::Status rename(const std::string& from, const std::string& to) = 0;
  // An absent file is fine.
  virtual absl::Status remove(const std::string& path) = 0;
};

class SystemDisk final : public Disk {
 public:
  absl::StatusOr<std::string> read(const std::string& path) override;
  absl::Status write(const std::string& path, std::string_view bytes) override;
  absl::Status rename(const std::string& from, const std::string& to) override;
  absl::Status remove(const std::string& path) override;
};

}  // namespace doorstep::vault
