#include "sync/service/attachments/content_store.h"

#include <sodium.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/attachments/content_file.h"

namespace doorstep::service {
namespace {

constexpr char kPartial[] = ".part";
constexpr char kDamaged[] = ".damaged";
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kSealBytes = kNonceBytes + kTagBytes;
constexpr std::uint64_t kSlotBytes = ContentStore::kChunkBytes + kSealBytes;

const unsigned char* bytesOf(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytesOf(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

std::uint64_t chunkBytesAt(const ContentName& name, std::uint64_t offset) {
  return std::min<std::uint64_t>(ContentStore::kChunkBytes, name.bytes - offset);
}

std::uint64_t slotOf(std::uint64_t offset) {
  return offset / ContentStore::kChunkBytes * kSlotBytes;
}

// What a chunk is bound to: no chunk passes for one of another content, place or district.
std::string bindingOf(const ContentName& name, std::uint64_t offset) {
  return absl::StrCat(name.district_id, name.hash, "/", name.bytes, "/", offset);
}

absl::Status checkName(const ContentName& name) {
  if (name.hash.size() != kHashBytes || name.bytes == 0 || name.bytes > ContentStore::kMostBytes) {
    return absl::InvalidArgumentError("content_hash or content_bytes: not those of a content");
  }
  return absl::OkStatus();
}

std::uint64_t freeBytesOf(const std::string& folder) {
  struct statvfs space {};
  return ::statvfs(folder.c_str(), &space) == 0 ? std::uint64_t{space.f_bavail} * space.f_frsize : 0;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ContentStore>> ContentStore::open(const std::string& folder,
                                                                 std::span<const std::uint8_t, 32> ledger_key,
                                                                 FreeBytes free_bytes) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure || ::chmod(folder.c_str(), S_IRWXU) != 0 || ::access(folder.c_str(), W_OK | X_OK) != 0) {
    return absl::PermissionDeniedError("the folder of the contents cannot be written");
  }
  const auto derive = [ledger_key](std::uint64_t number) {
    Bytes32 key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), number, "contents", ledger_key.data());
    return key;
  };
  return std::unique_ptr<ContentStore>(
      new ContentStore(folder, derive(1), derive(2), free_bytes ? std::move(free_bytes) : freeBytesOf));
}

ContentStore::ContentStore(std::string folder, Bytes32 name_key, Bytes32 content_key, FreeBytes free_bytes)
    : folder_(std::move(folder)), name_key_(name_key), content_key_(content_key), free_bytes_(std::move(free_bytes)) {}

std::string ContentStore::pathOf(const ContentName& name) const {
  const std::string named = absl::StrCat(name.district_id, name.hash, "/", name.bytes);
  std::string digest(kHashBytes, '\0');
  crypto_generichash(bytesOf(digest), digest.size(), bytesOf(named), named.size(), name_key_.data(), name_key_.size());
  return absl::StrCat(folder_, "/", outside::toHex(digest));
}

std::mutex& ContentStore::mutexOf(const std::string& path) {
  return mutexes_[static_cast<unsigned char>(path.back()) % mutexes_.size()];
}

absl::StatusOr<ContentStanding> ContentStore::standing(const ContentName& name) {
  DOORSTEP_TRY(checkName(name));
  const std::string path = pathOf(name);
  const std::lock_guard lock(mutexOf(path));
  return look(name, path);
}

absl::StatusOr<ContentStanding> ContentStore::append(const ContentName& name, std::uint64_t offset,
                                                     const std::string& chunk) {
  DOORSTEP_TRY(checkName(name));
  if (offset % kChunkBytes != 0 || offset >= name.bytes || chunk.size() != chunkBytesAt(name, offset)) {
    return absl::InvalidArgumentError("offset or content: not a chunk of this content");
  }
  const std::string path = pathOf(name);
  const std::lock_guard lock(mutexOf(path));
  DOORSTEP_ASSIGN(ContentStanding standing, look(name, path));
  if (standing.complete || standing.received != offset) {
    return standing;
  }
  if (free_bytes_(folder_) < kKeptBack + chunk.size()) {
    return absl::ResourceExhaustedError("the service's disk has no room for contents");
  }
  DOORSTEP_TRY(write(name, path, offset, chunk));
  standing.received += chunk.size();
  return standing.received < name.bytes ? standing : finish(name, path);
}

absl::StatusOr<std::string> ContentStore::chunk(const ContentName& name, std::uint64_t offset) {
  DOORSTEP_TRY(checkName(name));
  if (offset % kChunkBytes != 0) {
    return absl::InvalidArgumentError("offset: not the beginning of a chunk");
  }
  if (offset >= name.bytes) {
    return std::string();
  }
  auto found = read(name, pathOf(name), offset);
  if (absl::IsDataLoss(found.status())) {
    DOORSTEP_TRY(setAside(name));
  }
  return found;
}

absl::Status ContentStore::setAside(const ContentName& name) {
  DOORSTEP_TRY(checkName(name));
  const std::string path = pathOf(name);
  const std::lock_guard lock(mutexOf(path));
  return renameFile(path, path + kDamaged, folder_);
}

absl::Status ContentStore::verify(const ContentName& name) {
  DOORSTEP_TRY(checkName(name));
  DOORSTEP_ASSIGN(const bool right, hashIsRight(name, pathOf(name)));
  return right ? absl::OkStatus() : absl::DataLossError("a content is not what its hash says");
}

// A crash may leave the last slot torn, or its length without its bytes: it counts when it can be opened.
absl::StatusOr<ContentStanding> ContentStore::look(const ContentName& name, const std::string& path) const {
  ContentStanding standing;
  if (::access(path.c_str(), F_OK) == 0) {
    standing.received = name.bytes;
    standing.complete = true;
    return standing;
  }
  const std::string partial = path + kPartial;
  const std::uint64_t size = fileSize(partial);
  if (size < kSlotBytes) {
    return standing;
  }
  std::uint64_t offset = (size / kSlotBytes - 1) * kChunkBytes;
  const absl::StatusOr<std::string> last = read(name, partial, offset);
  if (!last.ok() && !absl::IsDataLoss(last.status())) {
    return last.status();
  }
  standing.received = last.ok() ? offset + last->size() : offset;
  if (standing.received == name.bytes) {
    return finish(name, path);  // killed between its last chunk and its name
  }
  return standing;
}

absl::StatusOr<ContentStanding> ContentStore::finish(const ContentName& name, const std::string& path) const {
  const std::string partial = path + kPartial;
  ContentStanding standing;
  absl::StatusOr<bool> right = hashIsRight(name, partial);
  if (absl::IsDataLoss(right.status())) {
    right = false;
  }
  DOORSTEP_TRY(right.status());
  if (!*right) {
    DOORSTEP_TRY(removeFile(partial));
    standing.wrong = true;
    return standing;
  }
  DOORSTEP_TRY(renameFile(partial, path, folder_));
  standing.received = name.bytes;
  standing.complete = true;
  return standing;
}

absl::Status ContentStore::write(const ContentName& name, const std::string& path, std::uint64_t offset,
                                 const std::string& chunk) const {
  const std::string binding = bindingOf(name, offset);
  std::string slot(kNonceBytes + chunk.size() + kTagBytes, '\0');
  randombytes_buf(slot.data(), kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(slot) + kNonceBytes, nullptr, bytesOf(chunk), chunk.size(),
                                             bytesOf(binding), binding.size(), nullptr, bytesOf(slot),
                                             content_key_.data());
  return writeAt(path + kPartial, slotOf(offset), slot);
}

absl::StatusOr<std::string> ContentStore::read(const ContentName& name, const std::string& path,
                                               std::uint64_t offset) const {
  std::string chunk(chunkBytesAt(name, offset), '\0');
  DOORSTEP_ASSIGN(const std::string slot, readAt(path, slotOf(offset), chunk.size() + kSealBytes));
  const std::string binding = bindingOf(name, offset);
  if (slot.size() != chunk.size() + kSealBytes ||
      crypto_aead_xchacha20poly1305_ietf_decrypt(bytesOf(chunk), nullptr, nullptr, bytesOf(slot) + kNonceBytes,
                                                 slot.size() - kNonceBytes, bytesOf(binding), binding.size(),
                                                 bytesOf(slot), content_key_.data()) != 0) {
    return absl::DataLossError("a chunk of a content is damaged");
  }
  return chunk;
}

absl::StatusOr<bool> ContentStore::hashIsRight(const ContentName& name, const std::string& path) const {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  for (std::uint64_t offset = 0; offset < name.bytes; offset += kChunkBytes) {
    DOORSTEP_ASSIGN(const std::string part, read(name, path, offset));
    crypto_hash_sha256_update(&state, bytesOf(part), part.size());
  }
  std::string hash(kHashBytes, '\0');
  crypto_hash_sha256_final(&state, bytesOf(hash));
  return hash == name.hash;
}

}  // namespace doorstep::service
