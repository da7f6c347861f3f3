#include "app/vault/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace doorstep::vault {
namespace {

absl::Status failure(const char* doing) {
  const int error = errno;
  return error == ENOSPC || error == EDQUOT ? absl::ResourceExhaustedError(doing) : absl::ErrnoToStatus(error, doing);
}

class Descriptor {
 public:
  Descriptor(const char* path, int flags) : number_(::open(path, flags | O_CLOEXEC, S_IRUSR | S_IWUSR)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  int number() const { return number_; }
  bool isOpen() const { return number_ >= 0; }

 private:
  int number_;
};

absl::Status flushFolderOf(const std::string& path) {
  const Descriptor folder(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY);
  return folder.isOpen() && ::fsync(folder.number()) == 0 ? absl::OkStatus() : failure("flushing the vault's folder");
}

}  // namespace

absl::StatusOr<std::string> SystemDisk::read(const std::string& path) {
  const Descriptor file(path.c_str(), O_RDONLY);
  if (!file.isOpen()) {
    return failure("opening a file of the vault");
  }
  std::string bytes;
  char part[4096];
  ssize_t count = 0;
  while ((count = ::read(file.number(), part, sizeof part)) > 0 || (count < 0 && errno == EINTR)) {
    bytes.append(part, count > 0 ? static_cast<std::size_t>(count) : 0);
  }
  return count == 0 ? absl::StatusOr<std::string>(std::move(bytes)) : failure("reading a file of the vault");
}

absl::Status SystemDisk::write(const std::string& path, std::string_view bytes) {
  const Descriptor file(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
  if (!file.isOpen()) {
    return failure("making a file of the vault");
  }
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return failure("writing a file of the vault");
    }
    bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
  }
  return ::fsync(file.number()) == 0 ? absl::OkStatus() : failure("flushing a file of the vault");
}

absl::Status SystemDisk::rename(const std::string& from, const std::string& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? flushFolderOf(to) : failure("renaming a file of the vault");
}

absl::Status SystemDisk::remove(const std::string& path) {
  if (::unlink(path.c_str()) != 0) {
    return errno == ENOENT ? absl::OkStatus() : failure("removing an outdated file of the vault");
  }
  return flushFolderOf(path);
}

}  // namespace doorstep::vault
