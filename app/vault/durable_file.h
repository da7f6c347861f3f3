#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/vault/disk.h"

namespace doorstep::vault {

// One small file that is replaced as a whole and never lost: killed at any step, what is read afterwards
// is the old content or the new. A checksum in front shows damage. Uses "<path>.new" and
// "<path>.previous" beside it; a damaged file is kept as "<path>.damaged-<n>".
class DurableFile {
 public:
  DurableFile(Disk& disk, std::string path) : disk_(disk), path_(std::move(path)) {}

  // NOT_FOUND: never written. DATA_LOSS: nothing sound is left.
  absl::StatusOr<std::string> read();
  // The previous content stays until the new one has been read back.
  absl::Status replace(std::string_view content);

 private:
  std::string newPath() const { return path_ + ".new"; }
  std::string previousPath() const { return path_ + ".previous"; }
  absl::StatusOr<std::string> contentOf(const std::string& path);
  absl::Status requireContent(const std::string& path, std::string_view content);
  absl::Status makeRoom();
  absl::Status keepDamaged();

  Disk& disk_;
  std::string path_;
};

}  // namespace doorstep::vault
