#include "sync/ctl/file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "sync/ctl/failure.h"

namespace doorstep::ctl {

namespace fs = std::filesystem;

absl::StatusOr<std::string> readFile(const std::string& path, std::size_t largest) {
  std::error_code error;
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path, error)) {
    return failure(Failure::kFileUnreadable, {path});
  }
  std::string content;
  char block[1 << 16];
  while (file.read(block, sizeof block) || file.gcount() > 0) {
    content.append(block, static_cast<std::size_t>(file.gcount()));
    if (content.size() > largest) {
      return failure(Failure::kFileTooLarge, {path, absl::StrCat(largest >> 20)});
    }
  }
  if (file.bad()) {
    return failure(Failure::kFileUnreadable, {path});
  }
  return content;
}

absl::Status writeFile(const std::string& path, std::string_view content) {
  const std::string unfinished = path + ".part";
  std::error_code error;
  {
    std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
    fs::permissions(unfinished, fs::perms::owner_read | fs::perms::owner_write, error);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.flush();
    if (!file) {
      fs::remove(unfinished, error);
      return failure(Failure::kFileUnwritable, {path});
    }
  }
  fs::rename(unfinished, path, error);
  return error ? failure(Failure::kFileUnwritable, {path}) : absl::OkStatus();
}

}  // namespace doorstep::ctl
