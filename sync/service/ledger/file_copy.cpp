#include "sync/service/ledger/file_copy.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/service/descriptor.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr int kNowhere = -1;

bool writeAll(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(file, bytes, size);
    if (written < 0) {
      return false;
    }
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

// Reads a file to its end; writes what it reads to `into` when that is a file.
absl::StatusOr<FileDigest> readThrough(const std::string& path, int into) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    return fileFailure("the backup cannot be opened");
  }
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  FileDigest digest;
  std::string buffer(kChunk, '\0');
  while (true) {
    const ssize_t size = ::read(file.number(), buffer.data(), buffer.size());
    if (size < 0) {
      return fileFailure("the backup cannot be read");
    }
    if (size == 0) {
      break;
    }
    if (into >= 0 && !writeAll(into, buffer.data(), static_cast<std::size_t>(size))) {
      return fileFailure("the backup cannot be copied");
    }
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                              static_cast<std::size_t>(size));
    digest.bytes += static_cast<std::uint64_t>(size);
  }
  digest.sha256.resize(crypto_hash_sha256_BYTES);
  crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.sha256.data()));
  return digest;
}

}  // namespace

absl::StatusOr<FileDigest> digestOf(const std::string& path) {
  return readThrough(path, kNowhere);
}

absl::StatusOr<FileDigest> copyFile(const std::string& from, const std::string& to) {
  const Descriptor file(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (file.number() < 0) {
    return fileFailure("the copy cannot be made");
  }
  DOORSTEP_ASSIGN(FileDigest digest, readThrough(from, file.number()));
  return ::fsync(file.number()) == 0 ? absl::StatusOr<FileDigest>(std::move(digest))
                                     : fileFailure("the copy cannot be written");
}

absl::Status flushFolder(const std::string& folder) {
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return handle.number() >= 0 && ::fsync(handle.number()) == 0 ? absl::OkStatus()
                                                               : fileFailure("the folder cannot be flushed");
}

absl::Status fileFailure(const char* what) {
  const int error = errno;
  return error == ENOSPC || error == EDQUOT ? absl::ResourceExhaustedError(absl::StrCat(what, ": the disk is full"))
         : error == ENOENT                  ? absl::NotFoundError(absl::StrCat(what, ": no such file"))
         : error == EACCES                  ? absl::PermissionDeniedError(absl::StrCat(what, ": no permission"))
                                            : absl::InternalError(what);
}

}  // namespace doorstep::service
