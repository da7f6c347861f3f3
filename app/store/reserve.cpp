#include "app/store/reserve.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <filesystem>
#include <limits>

namespace doorstep::store {
namespace {

constexpr mode_t kOwnerOnly = 0600;

std::uint64_t freeBytesIn(const std::string& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) {
    return std::numeric_limits<std::uint64_t>::max();  // nothing is known: then nothing is said
  }
  return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

std::string folderOf(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? std::string(1, '.') : folder.string();
}

}  // namespace

Reserve::Reserve(const StoreFile& file)
    : path_(file.path + ".reserve"),
      folder_(folderOf(file.path)),
      free_bytes_(file.free_bytes ? file.free_bytes : freeBytesIn) {}

bool Reserve::isWhole() const {
  struct stat found {};
  return ::stat(path_.c_str(), &found) == 0 && static_cast<std::uint64_t>(found.st_size) >= kBytes;
}

bool Reserve::release() {
  return ::unlink(path_.c_str()) == 0;
}

void Reserve::restore() {
  if (isWhole() || freeBytes() < 2 * kBytes) {
    return;
  }
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kOwnerOnly);
  if (file < 0) {
    return;
  }
  const bool taken = ::posix_fallocate(file, 0, static_cast<off_t>(kBytes)) == 0;
  ::close(file);
  if (!taken) {
    release();
  }
}

bool Reserve::isSpaceLow() const {
  return !isWhole() || freeBytes() < kBytes;
}

std::uint64_t Reserve::freeBytes() const {
  return free_bytes_(folder_);
}

}  // namespace doorstep::store
