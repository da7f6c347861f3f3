#include "sync/bundle/stream.h"

#include <sodium.h>

#include "sync/bundle/little_endian.h"
#include "sync/bundle/refusal.h"
#include "sync/outside/octets.h"

namespace doorstep::bundle {
namespace {

constexpr std::size_t kOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == escrow::Secret::kSize);

// The state holds the key.
struct State {
  State() = default;
  ~State() { sodium_memzero(&it, sizeof it); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  crypto_secretstream_xchacha20poly1305_state it;
};

}  // namespace

absl::StatusOr<SealedStream> sealStream(std::span<const std::string> blocks, const escrow::Secret& key) {
  if (blocks.empty()) {
    return absl::InvalidArgumentError("a bundle has at least one block");
  }
  SealedStream sealed;
  sealed.header.resize(kHeaderSize);
  State state;
  crypto_secretstream_xchacha20poly1305_init_push(&state.it, outside::octets(sealed.header), key.bytes().data());
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const std::string& block = blocks[at];
    if (block.size() + kOverhead > kLargestBlock) {
      return absl::InvalidArgumentError("a block is too large for a bundle");
    }
    const unsigned char tag = at + 1 == blocks.size() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                      : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    std::string cipher(block.size() + kOverhead, '\0');
    crypto_secretstream_xchacha20poly1305_push(&state.it, outside::octets(cipher), nullptr,
                                               outside::octets(std::string_view(block)), block.size(), nullptr, 0, tag);
    putSized(sealed.content, cipher);
  }
  return sealed;
}

absl::StatusOr<std::vector<std::string>> openStream(std::string_view header, std::string_view content,
                                                    const escrow::Secret& key) {
  State state;
  if (header.size() != kHeaderSize ||
      crypto_secretstream_xchacha20poly1305_init_pull(&state.it, outside::octets(header), key.bytes().data()) != 0) {
    return refused(Refusal::kChanged);
  }
  std::vector<std::string> blocks;
  unsigned char tag = 0;
  while (!content.empty()) {
    const auto cipher = takeSized(content);
    if (!cipher.has_value()) {
      return refused(Refusal::kTruncated);
    }
    const bool after_the_end = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (after_the_end || cipher->size() < kOverhead || cipher->size() > kLargestBlock) {
      return refused(Refusal::kChanged);
    }
    std::string& block = blocks.emplace_back(cipher->size() - kOverhead, '\0');
    if (crypto_secretstream_xchacha20poly1305_pull(&state.it, outside::octets(block), nullptr, &tag,
                                                   outside::octets(*cipher), cipher->size(), nullptr, 0) != 0) {
      return refused(Refusal::kChanged);
    }
  }
  if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    return refused(Refusal::kTruncated);
  }
  return blocks;
}

bool endsWithAWholeBlock(std::string_view content) {
  bool whole = false;
  while (!content.empty()) {
    whole = takeSized(content).has_value();
    if (!whole) {
      return false;
    }
  }
  return whole;
}

}  // namespace doorstep::bundle
