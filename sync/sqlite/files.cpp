#include "sync/sqlite/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <vector>

#include "absl/strings/str_cat.h"
#include "sync/sqlite/status.h"

namespace doorstep::sqlite {
namespace {

constexpr std::array<std::string_view, 3> kParts = {"", "-wal", "-shm"};

std::string part(const std::string& path, std::string_view ending) {
  return path + std::string(ending);
}

absl::Status flushFolderOf(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) {
    return statusOfErrno(errno, "opening the database's folder");
  }
  const int result = ::fsync(handle);
  const int error = errno;
  ::close(handle);
  return result == 0 ? absl::OkStatus() : statusOfErrno(error, "flushing the database's folder");
}

}  // namespace

absl::StatusOr<bool> isPlaintext(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    return false;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return absl::PermissionDeniedError("reading the database's first bytes: the file cannot be opened");
  }
  std::array<char, kPlaintextHeader.size()> head{};
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) == kPlaintextHeader;
}

// Every part gets its second name before any loses its first: SQLite would delete a log that it
// finds beside a new, empty file.
absl::StatusOr<std::string> setAside(const std::string& path, std::string_view suffix) {
  const std::string aside = absl::StrCat(path, ".", std::string(suffix));
  std::vector<std::string_view> linked;
  for (const std::string_view ending : kParts) {
    if (::link(part(path, ending).c_str(), part(aside, ending).c_str()) == 0) {
      linked.push_back(ending);
      continue;
    }
    const int error = errno;
    if (error == ENOENT && !ending.empty()) {
      continue;
    }
    for (const std::string_view done : linked) {
      ::unlink(part(aside, done).c_str());
    }
    return statusOfErrno(error, "setting the database aside");
  }
  if (absl::Status flushed = flushFolderOf(path); !flushed.ok()) {
    return flushed;
  }
  for (const std::string_view ending : linked) {
    if (::unlink(part(path, ending).c_str()) != 0) {
      return statusOfErrno(errno, "setting the database aside");
    }
  }
  if (absl::Status flushed = flushFolderOf(path); !flushed.ok()) {
    return flushed;
  }
  return aside;
}

}  // namespace doorstep::sqlite
