#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Sizes in front of what they count: four bytes, the least significant first.
namespace doorstep::bundle {

inline constexpr std::size_t kSizeBytes = 4;

inline void putSized(std::string& out, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (int shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<char>((size >> shift) & 0xFF));
  }
  out.append(bytes);
}

// Takes a size and as many bytes off the front; nothing when they are not all there.
inline std::optional<std::string_view> takeSized(std::string_view& in) {
  if (in.size() < kSizeBytes) {
    return std::nullopt;
  }
  std::uint32_t size = 0;
  for (std::size_t at = 0; at < kSizeBytes; ++at) {
    size |= static_cast<std::uint32_t>(static_cast<unsigned char>(in[at])) << (8 * at);
  }
  if (in.size() - kSizeBytes < size) {
    return std::nullopt;
  }
  const std::string_view bytes = in.substr(kSizeBytes, size);
  in.remove_prefix(kSizeBytes + size);
  return bytes;
}

}  // namespace doorstep::bundle
