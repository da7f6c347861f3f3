#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/service/descriptor.h"
#include "sync/service/ledger/embedded_ledger.h"

namespace doorstep::service {
namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

absl::StatusOr<sqlite::Key> readKey(int file) {
  std::array<std::uint8_t, sqlite::Key::kSize + 1> bytes{};
  const ssize_t size = ::read(file, bytes.data(), bytes.size());
  if (size != static_cast<ssize_t>(sqlite::Key::kSize)) {
    return absl::DataLossError("the file of the ledger's key does not hold a key");
  }
  sqlite::Key key(std::span<const std::uint8_t, sqlite::Key::kSize>(bytes.data(), sqlite::Key::kSize));
  sqlite::wipe(bytes.data(), bytes.size());
  return key;
}

absl::StatusOr<sqlite::Key> makeKey(const std::string& path, outside::Random& random) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly));
  if (file.number() < 0) {
    return absl::UnavailableError(absl::StrCat("the ledger's key cannot be written: ", std::strerror(errno)));
  }
  std::string bytes = random.bytes(sqlite::Key::kSize);
  const bool written = ::write(file.number(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                       ::fsync(file.number()) == 0;
  sqlite::Key key(std::span<const std::uint8_t, sqlite::Key::kSize>(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                                    bytes.size()));
  sqlite::wipe(bytes.data(), bytes.size());
  if (!written) {
    return absl::ResourceExhaustedError("the ledger's key cannot be written");
  }
  return key;
}

}  // namespace

absl::StatusOr<sqlite::Key> loadOrMakeKey(const std::string& key_path, const std::string& ledger_path,
                                          outside::Random& random) {
  const Descriptor file(::open(key_path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() >= 0) {
    return readKey(file.number());
  }
  if (errno != ENOENT) {
    return absl::UnavailableError(absl::StrCat("the ledger's key cannot be read: ", std::strerror(errno)));
  }
  std::error_code failure;
  if (std::filesystem::exists(ledger_path, failure)) {
    return absl::FailedPreconditionError("the ledger is there, but the file with its key is not");
  }
  return makeKey(key_path, random);
}

}  // namespace doorstep::service
