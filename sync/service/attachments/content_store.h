#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace doorstep::service {

// A content as records name it: of which district, by which SHA-256, how large.
struct ContentName {
  std::string district_id;
  std::string hash;  // 32 bytes
  std::uint64_t bytes = 0;
};

// How much of a content is there.
struct ContentStanding {
  std::uint64_t received = 0;  // on the disk, from the beginning: go on from here
  bool complete = false;       // and its hash is right
  bool wrong = false;          // all of it came and was something else: it was thrown away
};

// The contents of pictures and documents, one file each in a folder beside the ledger. A content comes in
// chunks of 256 KiB, in order; each is on the disk when append() returns, so that a broken transfer goes
// on behind the last one. When the last has come the whole is compared with its hash; a complete file
// never changes again, which makes a copy of the folder a backup (README.md).
//
// Nothing on the disk tells what a content is: each chunk is encrypted and bound to its content and
// place (XChaCha20-Poly1305), files are named by a keyed hash. Both keys are derived from the ledger's.
//
// Errors: RESOURCE_EXHAUSTED no room: what is kept back for the ledger is never touched; DATA_LOSS a file
// was damaged; NOT_FOUND; INVALID_ARGUMENT not a chunk of this content; INTERNAL the disk. Any thread.
class ContentStore {
 public:
  static constexpr std::size_t kChunkBytes = std::size_t{256} * 1024;
  static constexpr std::uint64_t kMostBytes = std::uint64_t{32} * 1024 * 1024;
  static constexpr std::uint64_t kKeptBack = std::uint64_t{256} * 1024 * 1024;

  using FreeBytes = std::function<std::uint64_t(const std::string& folder)>;

  // Makes the folder when there is none. `free_bytes` tells how much the disk still takes; absent: as the
  // system says.
  static absl::StatusOr<std::unique_ptr<ContentStore>> open(const std::string& folder,
                                                            std::span<const std::uint8_t, 32> ledger_key,
                                                            FreeBytes free_bytes = {});

  absl::StatusOr<ContentStanding> standing(const ContentName& name);
  // A chunk at another place than the next changes nothing: the answer says where to go on.
  absl::StatusOr<ContentStanding> append(const ContentName& name, std::uint64_t offset, const std::string& chunk);
  // The chunk at an offset of a complete content; empty behind its end. What is damaged is set aside.
  absl::StatusOr<std::string> chunk(const ContentName& name, std::uint64_t offset);
  // Reads a complete content to its end: DATA_LOSS unless it is what its hash says.
  absl::Status verify(const ContentName& name);
  // A damaged one is renamed, and from then on missing: whoever has it sends it again.
  absl::Status setAside(const ContentName& name);

 private:
  using Bytes32 = std::array<unsigned char, 32>;
  ContentStore(std::string folder, Bytes32 name_key, Bytes32 content_key, FreeBytes free_bytes);

  std::string pathOf(const ContentName& name) const;
  std::mutex& mutexOf(const std::string& path);
  absl::StatusOr<ContentStanding> look(const ContentName& name, const std::string& path) const;
  absl::StatusOr<ContentStanding> finish(const ContentName& name, const std::string& path) const;
  absl::Status write(const ContentName& name, const std::string& path, std::uint64_t offset,
                     const std::string& chunk) const;
  absl::StatusOr<std::string> read(const ContentName& name, const std::string& path, std::uint64_t offset) const;
  absl::StatusOr<bool> hashIsRight(const ContentName& name, const std::string& path) const;

  std::string folder_;
  Bytes32 name_key_;
  Bytes32 content_key_;
  FreeBytes free_bytes_;
  std::array<std::mutex, 16> mutexes_;  // a content's own, by the first digit of its name
};

}  // namespace doorstep::service
