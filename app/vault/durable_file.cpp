#include "app/vault/durable_file.h"

#include <sodium.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace doorstep::vault {
namespace {

constexpr std::size_t kChecksumDigits = std::size_t{2} * crypto_generichash_BYTES;

// Hexadecimal BLAKE2b and an end of line. Against damage, not against people.
std::string headOf(std::string_view content) {
  std::string sum(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(),
                     reinterpret_cast<const unsigned char*>(content.data()), content.size(), nullptr, 0);
  return absl::BytesToHexString(sum) + "\n";
}

}  // namespace

absl::StatusOr<std::string> DurableFile::contentOf(const std::string& path) {
  absl::StatusOr<std::string> bytes = disk_.read(path);
  if (!bytes.ok()) {
    return bytes.status();
  }
  const std::string_view all = *bytes;
  const std::size_t head = std::min(all.size(), kChecksumDigits + 1);
  if (headOf(all.substr(head)) != all.substr(0, head)) {
    return absl::DataLossError("a file of the vault is damaged");
  }
  return std::string(all.substr(head));
}

absl::StatusOr<std::string> DurableFile::read() {
  absl::StatusOr<std::string> current = contentOf(path_);
  if (current.ok()) {
    return current;
  }
  absl::StatusOr<std::string> previous = contentOf(previousPath());
  if (previous.ok()) {
    return previous;
  }
  return absl::IsNotFound(current.status()) ? previous.status() : current.status();
}

absl::Status DurableFile::replace(std::string_view content) {
  absl::Status status = disk_.write(newPath(), headOf(content) + std::string(content));
  if (status.ok()) {
    status = requireContent(newPath(), content);
  }
  if (status.ok()) {
    status = makeRoom();
  }
  if (status.ok()) {
    status = disk_.rename(newPath(), path_);
  }
  if (status.ok()) {
    status = requireContent(path_, content);
  }
  if (status.ok()) {
    // The new content is in force: should this fail, the next replacement does it.
    disk_.remove(previousPath()).IgnoreError();
  }
  return status;
}

absl::Status DurableFile::requireContent(const std::string& path, std::string_view content) {
  const absl::StatusOr<std::string> found = contentOf(path);
  return found.ok() && *found == content
             ? absl::OkStatus()
             : absl::DataLossError("a file of the vault did not come back as it was written");
}

// A damaged content must not take the place of a sound previous one.
absl::Status DurableFile::makeRoom() {
  const absl::Status current = contentOf(path_).status();
  if (current.ok()) {
    return disk_.rename(path_, previousPath());
  }
  if (absl::IsNotFound(current)) {
    return absl::OkStatus();
  }
  return absl::IsDataLoss(current) ? keepDamaged() : current;
}

absl::Status DurableFile::keepDamaged() {
  for (int number = 1;; ++number) {
    const std::string aside = absl::StrCat(path_, ".damaged-", number);
    const absl::Status taken = disk_.read(aside).status();
    if (absl::IsNotFound(taken)) {
      return disk_.rename(path_, aside);
    }
    if (!taken.ok()) {
      return taken;
    }
  }
}

}  // namespace doorstep::vault
