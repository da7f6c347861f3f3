#include "sync/outside/identifier.h"

#include <algorithm>

#include "absl/strings/escaping.h"

namespace doorstep::outside {
namespace {

// rand_a and the top of rand_b hold a 26-bit counter (RFC 9562, 6.2, method 1).
constexpr std::uint32_t kCounterLimit = 1U << 26;
constexpr std::uint32_t kCounterSeedLimit = 1U << 24;

char byteOf(std::uint64_t value, int shift) {
  return static_cast<char>((value >> shift) & 0xFF);
}

}  // namespace

std::string IdentifierSource::next() {
  const std::int64_t now_ms = absl::ToUnixMillis(clock_.now());
  std::string id = random_.bytes(kIdentifierSize);
  std::uint64_t ms = 0;
  std::uint32_t counter = 0;
  {
    const std::lock_guard lock(mutex_);
    if (now_ms > last_ms_) {
      last_ms_ = now_ms;
      counter_ = static_cast<std::uint32_t>(random_.below(kCounterSeedLimit));
    } else if (++counter_ >= kCounterLimit) {
      ++last_ms_;
      counter_ = 0;
    }
    ms = static_cast<std::uint64_t>(last_ms_);
    counter = counter_;
  }
  for (int i = 0; i < 6; ++i) {
    id[static_cast<std::size_t>(i)] = byteOf(ms, 40 - 8 * i);
  }
  id[6] = static_cast<char>(0x70 | ((counter >> 22) & 0x0F));
  id[7] = byteOf(counter, 14);
  id[8] = static_cast<char>(0x80 | ((counter >> 8) & 0x3F));
  id[9] = byteOf(counter, 0);
  return id;
}

std::string toHex(std::string_view bytes) {
  return absl::BytesToHexString({bytes.data(), bytes.size()});
}

std::optional<std::string> identifierFromHex(std::string_view hex) {
  const bool digits = std::all_of(hex.begin(), hex.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
  if (hex.size() != 2 * kIdentifierSize || !digits) {
    return std::nullopt;
  }
  return absl::HexStringToBytes({hex.data(), hex.size()});
}

}  // namespace doorstep::outside
