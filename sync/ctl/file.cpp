#include "sync/ctl/file.h"

#include <filesystem>
#include <fstream>
#include <utility>

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
  AtomicFile file(path);
  file.write(content);
  return file.commit();
}

AtomicFile::AtomicFile(std::string path)
    : path_(std::move(path)), unfinished_(path_ + ".part"), stream_(unfinished_, std::ios::binary | std::ios::trunc) {
  std::error_code error;
  fs::permissions(unfinished_, fs::perms::owner_read | fs::perms::owner_write, error);
}

AtomicFile::~AtomicFile() {
  if (!committed_) {
    std::error_code error;
    stream_.close();
    fs::remove(unfinished_, error);
  }
}

void AtomicFile::write(std::string_view content) {
  stream_.write(content.data(), static_cast<std::streamsize>(content.size()));
}

absl::Status AtomicFile::status() const {
  return stream_ ? absl::OkStatus() : failure(Failure::kFileUnwritable, {path_});
}

absl::Status AtomicFile::commit() {
  stream_.close();
  std::error_code error;
  if (stream_) {
    fs::rename(unfinished_, path_, error);
    committed_ = !error;
  }
  return committed_ ? absl::OkStatus() : failure(Failure::kFileUnwritable, {path_});
}

}  // namespace doorstep::ctl
