#include "sync/service/identity/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"

namespace doorstep::service {
namespace {

absl::Status failure(const char* what) {
  const std::string text = absl::StrCat(what, ": ", std::strerror(errno));
  switch (errno) {
    case EACCES:
    case EPERM:
    case EROFS:
      return absl::PermissionDeniedError(text);
    case ENOSPC:
    case EDQUOT:
      return absl::ResourceExhaustedError(text);
    case ENOENT:
      return absl::NotFoundError(text);
    default:
      return absl::InternalError(text);
  }
}

bool writeAll(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0) {
      return false;
    }
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0;
}

}  // namespace

absl::Status writePrivateFile(const std::string& path, std::string_view content) {
  const std::string beside = path + ".new";
  ::unlink(beside.c_str());
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return failure("a file cannot be made");
  }
  const bool written = writeAll(file, content);
  absl::Status status = written ? absl::OkStatus() : failure("a file cannot be written");
  ::close(file);
  if (!status.ok()) {
    ::unlink(beside.c_str());
    return status;
  }
  return ::rename(beside.c_str(), path.c_str()) == 0 ? absl::OkStatus() : failure("a file cannot be put in place");
}

absl::StatusOr<std::string> readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    return failure("a file cannot be read");
  }
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

bool fileExists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

}  // namespace doorstep::service
