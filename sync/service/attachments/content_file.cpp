#include "sync/service/attachments/content_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/str_cat.h"
#include "sync/service/descriptor.h"

namespace doorstep::service {
namespace {

absl::Status failure(const char* what) {
  const int error = errno;
  return error == ENOSPC || error == EDQUOT || error == EFBIG
             ? absl::ResourceExhaustedError(absl::StrCat(what, ": the disk is full"))
         : error == ENOENT ? absl::NotFoundError(absl::StrCat(what, ": it is not there"))
         : error == EACCES ? absl::PermissionDeniedError(absl::StrCat(what, ": no permission"))
                           : absl::InternalError(what);
}

bool writeAll(int file, std::uint64_t place, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(place));
    if (written <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
    place += static_cast<std::uint64_t>(written);
  }
  return true;
}

}  // namespace

std::uint64_t fileSize(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

absl::Status writeAt(const std::string& path, std::uint64_t place, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.exists()) {
    return failure("a content cannot be written");
  }
  if (writeAll(file.number(), place, bytes) && ::fsync(file.number()) == 0) {
    return absl::OkStatus();
  }
  absl::Status status = failure("a content cannot be written");
  // Half a chunk is of no use to anybody; if even this fails, its seal tells.
  if (::ftruncate(file.number(), static_cast<off_t>(place)) != 0) {
    return failure("half a content cannot be taken back");
  }
  return status;
}

absl::StatusOr<std::string> readAt(const std::string& path, std::uint64_t place, std::size_t size) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.exists()) {
    return failure("a content cannot be read");
  }
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t got =
        ::pread(file.number(), bytes.data() + filled, size - filled, static_cast<off_t>(place + filled));
    if (got < 0) {
      return failure("a content cannot be read");
    }
    if (got == 0) {
      break;
    }
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

absl::Status renameFile(const std::string& from, const std::string& to, const std::string& folder) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    return failure("a content cannot be named");
  }
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return handle.exists() && ::fsync(handle.number()) == 0 ? absl::OkStatus() : failure("a folder cannot be flushed");
}

absl::Status removeFile(const std::string& path) {
  return ::unlink(path.c_str()) == 0 || errno == ENOENT ? absl::OkStatus() : failure("a content cannot be removed");
}

}  // namespace doorstep::service
