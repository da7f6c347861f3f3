#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sync/escrow/secret.h"

// The sealed part of a bundle: blocks of one libsodium secretstream (XChaCha20-Poly1305), each with its
// size in front; the last one carries the final tag. README.md. Pure but for libsodium's chance; any thread.
namespace doorstep::bundle {

inline constexpr std::size_t kLargestBlock = std::size_t{1} << 20;  // sealed

struct SealedStream {
  std::string header;   // 24 bytes
  std::string content;  // the blocks
};

// At least one block, each at most kLargestBlock when sealed: INVALID_ARGUMENT otherwise.
absl::StatusOr<SealedStream> sealStream(std::span<const std::string> blocks, const escrow::Secret& key);

// Refusals: kTruncated the last block is not the final one or not whole; kChanged anything else.
absl::StatusOr<std::vector<std::string>> openStream(std::string_view header, std::string_view content,
                                                    const escrow::Secret& key);

// Whether content is nothing but whole blocks; without any key.
bool endsWithAWholeBlock(std::string_view content);

}  // namespace doorstep::bundle
